//! Modules: the files of one crate, and the file of a path.
//!
//! Re-exports are followed to the file that declares the item, so that an import through a `mod.rs`
//! or through the root of the crate counts for that file. Unit tests are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{self, Contents, Origin, Reference};
use crate::tidy::Tree;

/// A file of a crate.
#[derive(Debug)]
pub(crate) struct File<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
    /// The path of its module; empty for `lib.rs`.
    pub(crate) module: Vec<&'a str>,
    pub(crate) references: Vec<Reference<'a>>,
}

impl<'a> File<'a> {
    /// The first part of its module: a folder or a file of the root of the crate.
    pub(crate) fn room(&self) -> Option<&'a str> {
        self.module.first().copied()
    }

    pub(crate) fn is_generated(&self) -> bool {
        self.room() == Some("generated")
    }

    /// Whether it only declares and re-exports: `lib.rs` and each `mod.rs`.
    pub(crate) fn is_index(&self) -> bool {
        self.module.is_empty() || self.path.ends_with("/mod.rs")
    }
}

/// Where an item is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found<'a> {
    /// The index in [`Crate::files`].
    pub(crate) file: usize,
    /// Its name there; `None` for a module.
    pub(crate) item: Option<&'a str>,
}

#[derive(Debug, Default)]
struct Module<'a> {
    file: usize,
    public: bool,
    declared: BTreeSet<&'a str>,
    imported: BTreeMap<&'a str, Vec<&'a str>>,
    globs: Vec<Vec<&'a str>>,
}

/// The source of one crate, without its tests and its binaries.
#[derive(Debug, Default)]
pub(crate) struct Crate<'a> {
    pub(crate) files: Vec<File<'a>>,
    modules: BTreeMap<Vec<&'a str>, Module<'a>>,
}

impl<'a> Crate<'a> {
    /// Reads `crates/<name>/src`.
    pub(crate) fn read(tree: &'a Tree, name: &str) -> Self {
        let place = format!("crates/{name}/src/");
        let files = tree.files().filter_map(|(path, text)| {
            let module = module_of(path.strip_prefix(&place)?)?;
            Some((path, text, module, paths::read(text)))
        });
        let files: Vec<_> = files.collect();
        let for_tests: BTreeSet<Vec<&str>> = files
            .iter()
            .flat_map(|(_, _, module, contents)| {
                contents.for_tests.iter().map(|name| child(module, name))
            })
            .collect();
        let mut all = Self::default();
        for (path, text, module, contents) in files {
            if !(1..=module.len()).any(|end| for_tests.contains(&module[..end])) {
                all.add(path, text, module, contents);
            }
        }
        all
    }

    fn add(&mut self, path: &'a str, text: &'a str, module: Vec<&'a str>, contents: Contents<'a>) {
        let file = self.files.len();
        self.modules.entry(module.clone()).or_default().file = file;
        for (scope, public) in &contents.inline {
            let inline = self.modules.entry([&module[..], scope].concat()).or_default();
            (inline.file, inline.public) = (file, *public);
        }
        for name in &contents.public {
            self.modules.entry(child(&module, name)).or_default().public = true;
        }
        for (scope, name) in &contents.declared {
            self.modules.entry([&module[..], scope].concat()).or_default().declared.insert(name);
        }
        for reference in &contents.references {
            if let Origin::Import { name, .. } = reference.origin {
                let scope = [&module[..], &reference.scope].concat();
                let imports = self.modules.entry(scope).or_default();
                match name {
                    "*" => imports.globs.push(reference.path.clone()),
                    name => drop(imports.imported.insert(name, reference.path.clone())),
                }
            }
        }
        self.files.push(File { path, text, module, references: contents.references });
    }

    /// Returns the file that declares what a reference of a file means; `None` if it is not of this
    /// crate.
    pub(crate) fn file_of(&self, file: &File<'a>, reference: &Reference<'a>) -> Option<usize> {
        let scope = [&file.module[..], &reference.scope].concat();
        if let Some(found) = self.find(&scope, &reference.path) {
            return Some(found.file);
        }
        // A macro created the item: the deepest module of the path counts.
        let path = absolute(&scope, &reference.path)?;
        (0..=path.len()).rev().find_map(|end| Some(self.modules.get(&path[..end])?.file))
    }

    /// Returns the target of a path in a module, through re-exports.
    pub(crate) fn find(&self, scope: &[&'a str], path: &[&'a str]) -> Option<Found<'a>> {
        self.follow(scope, path, &mut BTreeSet::new())
    }

    /// The root file of the crate.
    pub(crate) fn lib(&self) -> Option<&File<'a>> {
        self.files.iter().find(|file| file.module.is_empty())
    }

    /// The public modules whose parents are public, too.
    pub(crate) fn public_modules(&self) -> impl Iterator<Item = (&[&'a str], usize)> {
        let is_public = |path: &[&str]| self.modules.get(path).is_some_and(|module| module.public);
        self.modules
            .iter()
            .filter(move |(path, _)| {
                !path.is_empty() && (1..=path.len()).all(|end| is_public(&path[..end]))
            })
            .map(|(path, module)| (&path[..], module.file))
    }

    /// `seen` contains the paths that were tried, because re-exports may form cycles.
    fn follow(
        &self,
        scope: &[&'a str],
        path: &[&'a str],
        seen: &mut BTreeSet<Vec<&'a str>>,
    ) -> Option<Found<'a>> {
        let path = absolute(scope, path).or_else(|| self.relative(scope, path))?;
        let end =
            (0..=path.len()).take_while(|end| self.modules.contains_key(&path[..*end])).last()?;
        let (scope, rest) = path.split_at(end);
        let module = self.modules.get(scope)?;
        let Some((name, more)) = rest.split_first() else {
            return Some(Found { file: module.file, item: None });
        };
        if module.declared.contains(name) {
            return Some(Found { file: module.file, item: Some(name) });
        }
        if !seen.insert(path.clone()) {
            return None;
        }
        if let Some(target) = module.imported.get(name)
            && let Some(found) = self.follow(scope, &[target, more].concat(), seen)
        {
            return Some(found);
        }
        module.globs.iter().find_map(|target| self.follow(scope, &[target, rest].concat(), seen))
    }

    /// A path that begins with a module or with an import of its scope.
    fn relative(&self, scope: &[&'a str], path: &[&'a str]) -> Option<Vec<&'a str>> {
        let first = path.first()?;
        let is_here = self.modules.contains_key(&child(scope, first))
            || self.modules.get(scope)?.imported.get(first).is_some_and(|path| path[0] != *first);
        is_here.then(|| [scope, path].concat())
    }
}

/// A path that begins with `crate`, `self` or `super`, from the root of the crate.
fn absolute<'a>(scope: &[&'a str], path: &[&'a str]) -> Option<Vec<&'a str>> {
    match *path.first()? {
        "crate" => return Some(path[1..].to_vec()),
        "self" | "super" => {}
        _ => return None,
    }
    let mut from = scope.to_vec();
    let mut rest = path;
    while let Some((first, more)) = rest.split_first() {
        match *first {
            "super" => drop(from.pop()),
            "self" => {}
            _ => break,
        }
        rest = more;
    }
    Some([&from[..], rest].concat())
}

/// The module of a file below `src/`; `None` for tests and binaries.
fn module_of(path: &str) -> Option<Vec<&str>> {
    let mut module: Vec<&str> = path.strip_suffix(".rs")?.split('/').collect();
    if module[0] == "bin" || module.contains(&"tests") {
        return None;
    }
    match module[..] {
        ["lib" | "main"] | [.., "mod"] => drop(module.pop()),
        _ => {}
    }
    Some(module)
}

fn child<'a>(module: &[&'a str], name: &&'a str) -> Vec<&'a str> {
    [module, &[*name]].concat()
}
