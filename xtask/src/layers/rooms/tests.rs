//! Tests: each rule on rooms once violated and once kept, on a small invented crate.

use super::report::{Report, check_with};
use super::table::{HOUSES, House, Room};
use super::{imports, sizes};
use crate::tidy::Tree;

/// `cellar` and `boiler` may use each other, `hall` the cellar, `error` nothing.
const HOUSE: House = House {
    krate: "a",
    rooms: &[
        Room { names: &["error"], uses: &[] },
        Room { names: &["cellar", "boiler"], uses: &["error"] },
        Room { names: &["hall"], uses: &["cellar"] },
        Room { names: &["roof"], uses: &["hall", "cellar"] },
    ],
};

/// A crate that keeps all rules.
const GOOD: [(&str, &str); 10] = [
    ("lib.rs", "mod error; mod cellar; mod hall; pub use cellar::Jar; pub use hall::Coat;"),
    ("error.rs", "pub enum Error {}\n#[macro_export]\nmacro_rules! fail { () => {} }"),
    ("boiler/mod.rs", "mod oven; pub(crate) use oven::Oven;"),
    ("boiler/oven.rs", "use crate::cellar::Jar; pub(crate) struct Oven(Jar);"),
    ("cellar/mod.rs", "mod jar; mod shelf; pub use jar::{Jar, Lid}; pub(crate) use shelf::*;"),
    ("cellar/jar.rs", "use crate::{boiler::Oven, error::Error}; pub struct Jar; pub enum Lid {}"),
    ("cellar/shelf.rs", "use super::Jar; pub(crate) struct Shelf(Jar);"),
    ("hall/mod.rs", "mod coat; pub use coat::Coat;"),
    ("hall/coat.rs", "use crate::cellar::{Jar, Shelf}; pub struct Coat(Jar, Shelf);"),
    ("roof/mod.rs", ""),
];

/// The report on the good crate with these files added or replaced.
fn report(files: &[(&str, &str)]) -> Report {
    let mut tree = Tree::default();
    for (path, text) in GOOD.iter().chain(files) {
        tree.add(format!("crates/a/src/{path}"), (*text).into());
    }
    check_with(&tree, &[HOUSE])
}

#[track_caller]
fn kept(path: &str, text: &str) {
    assert_eq!(report(&[(path, text)]).complaints, Vec::<String>::new());
}

#[track_caller]
fn refused(path: &str, text: &str, why: &str) {
    let complaints = report(&[(path, text)]).complaints;
    // An upward import closes a cycle, too.
    let others = complaints.iter().skip(1).all(|other| other.starts_with("a: a cycle of rooms"));
    assert!(
        others && complaints.first().is_some_and(|first| first.contains(why)),
        "{complaints:#?}"
    );
}

const COAT: &str = "hall/coat.rs";

#[test]
fn a_room_uses_only_what_its_row_allows() {
    kept(COAT, "use crate::{cellar::{self, Jar}, hall::Coat};");
    refused(COAT, "\nuse crate::error::Error;", "coat.rs:2: `crate::error::Error` uses the room");
    refused(COAT, "use crate::{\n  cellar::Jar,\n  error::{Error}};", "coat.rs:3: ");
    refused(COAT, "fn f() -> Result<(), crate::error::Error> {}", "`crate::error::Error`");
    refused("hall/new.rs", "use crate::roof::Tile;", "uses the room `roof`, which `hall` may not");
    refused("error.rs", "use crate::cellar::Jar;", "uses the room `cellar`, which `error` may not");
    refused("hall/mod.rs", "pub use crate::error::Error;", "uses the room `error`");
}

#[test]
fn nothing_is_imported_from_the_root() {
    let why = "is imported from the crate's root";
    refused(COAT, "use crate::Jar;", why);
    refused(COAT, "use crate::{Jar, cellar::Shelf};", "`crate::Jar` is imported");
    refused(COAT, "use crate::{cellar::Shelf, Jar as Pot};", "`crate::Jar` is imported");
    refused(COAT, "fn f(jar: crate::Jar) {}", why);
    refused(COAT, "use crate::*;", why);
    refused(COAT, "fn f() { crate::no_such_function() }", why);
}

#[test]
fn a_macro_counts_for_the_room_that_declares_it() {
    kept("cellar/jar.rs", "pub struct Jar; pub enum Lid {} fn f() { crate::fail!() }");
    refused(COAT, "fn f() { crate::fail!() }", "uses the room `error`, which `hall` may not");
    refused(COAT, "use crate::fail;", "uses the room `error`, which `hall` may not");
}

#[test]
fn super_does_not_leave_the_room() {
    kept(COAT, "use super::Hat; mod inner { use super::super::Hat; }");
    kept("hall/deep/peg.rs", "use super::super::Coat;");
    let why = "leaves the room";
    refused(COAT, "use super::super::error::Error;", why);
    refused(COAT, "use super::{super::cellar::Jar, Hat};", why);
    refused("hall/deep/peg.rs", "use super::super::super::cellar::Jar;", why);
    refused("error.rs", "use super::cellar::Jar;", why);
    refused(COAT, "mod inner { use super::super::super::cellar::Jar; }", why);
}

#[test]
fn tests_strings_and_comments_are_not_read() {
    kept("hall/tests.rs", "use crate::Jar;");
    kept("hall/coat/tests.rs", "use crate::error::Error;");
    kept("hall/tests/a.rs", "use super::super::super::error::Error;");
    kept(COAT, "#[cfg(test)]\nmod tests { use crate::Jar; fn f() { { crate::Jar } } }");
    kept(COAT, "#[cfg(test)]\n#[allow(x)]\nuse crate::{Jar};\nfn f() {}");
    kept(COAT, "//! [`crate::Jar`]\n/* crate::Jar */ const A: &str = \"crate::Jar\";");
    refused(COAT, "const A: &str = \"\\\"\"; use crate::Jar; // \"", "`crate::Jar`");
    // A module that its parent declares for tests only.
    let files =
        [("hall/mod.rs", "#[cfg(test)]\nmod fixture;"), ("hall/fixture.rs", "use crate::Jar;")];
    assert_eq!(report(&files).complaints, Vec::<String>::new());
    refused(COAT, "#[cfg(not(test))]\nuse crate::Jar;", "`crate::Jar`");
}

#[test]
fn folders_and_table_name_the_same_rooms() {
    refused("attic/mod.rs", "", "the room `attic` is not in the table");
    refused("attic.rs", "", "the room `attic` is not in the table");
    let mut tree = Tree::default();
    for (path, text) in GOOD.iter().filter(|(path, _)| !path.starts_with("roof")) {
        tree.add(format!("crates/a/src/{path}"), (*text).into());
    }
    assert_eq!(
        check_with(&tree, &[HOUSE]).complaints,
        ["a: `roof` is in the table, but not a room"]
    );
    assert_eq!(check_with(&tree, &[]).complaints, ["a: the table of rooms is missing"]);
    let gone = House { krate: "b", rooms: &[] };
    let complaints = check_with(&Tree::default(), &[gone]).complaints;
    assert_eq!(complaints, ["b: the crate does not exist"]);
}

#[test]
fn a_cycle_cannot_be_declared() {
    let wrong = |rooms| imports::check_table(&House { krate: "a", rooms });
    assert_eq!(wrong(HOUSE.rooms), Vec::<String>::new());
    let (a, b) = (Room { names: &["a"], uses: &["b"] }, Room { names: &["b"], uses: &["a"] });
    let circle: &'static [Room] = Box::leak(Box::new([a, b]));
    assert_eq!(wrong(circle), ["a: the row of `a` uses `b`, which is not a row above it"]);
    let twice: &'static [Room] = Box::leak(Box::new([HOUSE.rooms[0], HOUSE.rooms[0]]));
    assert_eq!(wrong(twice), ["a: `error` is in the table twice"]);
    for house in HOUSES {
        assert_eq!(imports::check_table(house), Vec::<String>::new());
    }
}

#[test]
fn a_cycle_through_the_root_is_found() {
    // Through `lib.rs`, which the table does not contain.
    let complaints = report(&[("cellar/jar.rs", "use crate::Coat; pub struct Jar;")]).complaints;
    assert!(
        complaints.contains(&"a: a cycle of rooms: cellar, hall".to_owned()),
        "{complaints:#?}"
    );
}

/// Files of the cellar that import each other in a cycle, through its `mod.rs`.
fn circle(files: usize) -> Vec<(String, String)> {
    let index: String = (0..files).map(|n| format!("mod f{n}; pub use f{n}::T{n};")).collect();
    let members = (0..files).map(|n| {
        let next = (n + 1) % files;
        (format!("roof/f{n}.rs"), format!("use super::T{next}; pub struct T{n}(T{next});"))
    });
    [("roof/mod.rs".to_owned(), index)].into_iter().chain(members).collect()
}

fn report_on(files: &[(String, String)]) -> Report {
    report(&files.iter().map(|(path, text)| (&**path, &**text)).collect::<Vec<_>>())
}

#[test]
fn cycles_of_files_are_small() {
    let kept = report_on(&circle(sizes::LARGEST_KNOT));
    assert_eq!(kept.complaints, Vec::<String>::new());
    assert!(kept.lines[0].contains("largest knot: 6 files (roof/f0.rs, "), "{:?}", kept.lines);
    let broken = report_on(&circle(sizes::LARGEST_KNOT + 1)).complaints;
    assert_eq!(broken.len(), 1, "{broken:#?}");
    assert!(
        broken[0].contains("7 files depend on each other in a cycle; the limit is 6"),
        "{broken:#?}"
    );
    assert!(broken[0].contains("roof/f6.rs -> roof/f0.rs"), "{broken:#?}");
}

#[test]
fn folders_are_small() {
    let files = |folder: &str, count: usize| -> Vec<(String, String)> {
        (0..count).map(|n| (format!("{folder}/f{n}.rs"), String::new())).collect()
    };
    // With its `mod.rs`.
    assert_eq!(report_on(&files("roof", 14)).complaints, Vec::<String>::new());
    let broken = report_on(&files("roof", 15)).complaints;
    assert_eq!(broken, ["crates/a/src/roof: 16 files; the limit is 15"]);
    assert_eq!(report_on(&files("roof/deep", 15)).complaints, Vec::<String>::new());
    assert_eq!(report_on(&files("roof/deep", 16)).complaints.len(), 1);

    let house = House { krate: "a", rooms: &[Room { names: &["b", "c", "d", "e"], uses: &[] }] };
    let root = |files: &[&str]| {
        let mut tree = Tree::default();
        for path in files {
            tree.add(format!("crates/a/src/{path}.rs"), Vec::new());
        }
        check_with(&tree, &[house]).complaints
    };
    assert_eq!(root(&["lib", "b", "c", "d", "e/mod"]), Vec::<String>::new());
    let broken = root(&["lib", "b", "c", "d", "e"]);
    assert_eq!(broken, ["crates/a/src: 5 files; the limit is 4"]);
}

#[test]
fn generated_files_are_exempt() {
    let house = House { krate: "a", rooms: &[Room { names: &["generated"], uses: &[] }] };
    let mut tree = Tree::default();
    for n in 0..20 {
        tree.add(format!("crates/a/src/generated/f{n}.rs"), b"use crate::Anything;".into());
    }
    let report = check_with(&tree, &[house]);
    assert_eq!(report.complaints, Vec::<String>::new());
}

#[test]
fn this_workspace_keeps_the_rules() {
    let tree = Tree::load(&crate::run::root()).unwrap();
    let complaints = super::check(&tree).complaints;
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
