//! Hostile options: a text in any option is refused, or reaches the CLI as the value of that option
//! and as nothing else.

use std::collections::BTreeMap;

use claude_sdk::Options;
use proptest::prelude::*;

use super::argv_oracle::Argv;
use super::hostile_setters::{Variables, setters};

/// Texts that have been, or could be, read as something else.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "-",
    "--",
    "-p",
    "-r",
    "--print",
    "--dangerously-skip-permissions",
    "--dangerously-skip-permissions=",
    "dangerously-skip-permissions",
    "allow-dangerously-skip-permissions",
    "--allowedTools=Bash",
    "--resume",
    "x --dangerously-skip-permissions",
    "x\n--dangerously-skip-permissions",
    "x\0--dangerously-skip-permissions",
    "=",
    "a=b",
    "\"",
    "'",
    "' --dangerously-skip-permissions '",
    "\\",
    "\\\\",
    "$(touch /tmp/x)",
    "`id`",
    "%PATH%",
    "*",
    "**",
    "Bash",
    "Bash(*)",
    "x,Bash(*)",
    "x),Bash(*",
    "x) Bash(*)",
    "x(",
    "x)",
    "Bash(a),Read",
    "Bash(echo (a), Read)",
    ",",
    "a,b",
    "a b",
    "bypassPermissions",
    "{\"permissions\":{\"allow\":[\"Bash\"]}}",
    "\u{feff}{\"a\":1}",
    "\u{feff}",
    "\u{202e}snoissimrep-piks-ylsuoregnad--",
    "\u{85}",
    "\u{a0}",
    "\r\n",
    "\u{1b}[2J",
    "../../etc/passwd",
    "/",
    "ANTHROPIC_API_KEY",
    "11111111-2222-4333-8444-555555555555",
];

/// Hostile texts, texts with them inside, any texts, and texts of 64 KiB.
fn hostile() -> impl Strategy<Value = String> {
    let known = || prop::sample::select(HOSTILE).prop_map(str::to_owned);
    let any = || prop::collection::vec(any::<char>(), 0..20).prop_map(String::from_iter);
    let joined = (known(), any(), known()).prop_map(|(a, b, c)| format!("{a}{b}{c}"));
    let long = (known(), prop::sample::select(HOSTILE)).prop_map(|(begin, fill)| {
        let fill = if fill.is_empty() { "x" } else { fill };
        format!("{begin}{}", fill.repeat((64 << 10) / fill.len()))
    });
    prop_oneof![6 => known(), 3 => joined, 2 => any(), 1 => long]
}

fn environment(options: &Options) -> Variables {
    let text = |text: std::ffi::OsString| text.into_string().unwrap();
    let env = options.environment([("HOST", "1")]).into_iter();
    env.map(|(name, value)| (text(name), text(value))).collect()
}

/// Checks one combination of options: the number of each setter, with its text. Returns whether it
/// is valid.
fn check(picked: &BTreeMap<usize, String>) -> Result<bool, TestCaseError> {
    let setters = setters();
    let mut options = Options::default();
    for (number, text) in picked {
        options = (setters[*number].set)(options, text);
    }
    if let Err(error) = options.validate() {
        let shown = error.to_string();
        prop_assert!(!shown.contains(char::is_control), "{shown:?}");
        return Ok(false);
    }
    let default = Options::default().args();
    let mut argv = Argv::parse(&default).unwrap();
    let mut env = environment(&Options::default());
    for (number, text) in picked {
        (setters[*number].argv)(&mut argv, text);
        (setters[*number].env)(&mut env, text);
    }
    let names: Vec<_> = picked.keys().map(|number| setters[*number].name).collect();
    let found = Argv::parse(&options.args());
    if found.as_ref().is_err_and(|why| names.contains(&"extra_arg") && why.starts_with("unknown")) {
        // A flag that the CLI does not know is the name of one, and ends the start.
        return Ok(true);
    }
    let found = found.map_err(|why| TestCaseError::fail(format!("{names:?}: {why}")))?;
    // The rules are compared as the CLI reads them.
    for flag in ["--allowedTools", "--disallowedTools", "--tools", "--betas"] {
        if picked.len() == 1 && flag != "--disallowedTools" {
            prop_assert!(found.rules(flag).len() <= 1, "{names:?}: {:?}", found.rules(flag));
        }
    }
    prop_assert_eq!(&found, &argv, "{:?}", names);
    prop_assert_eq!(environment(&options), env.clone(), "{:?}", names);
    let is_valid = |(name, value): (&String, &String)| {
        !name.is_empty() && !name.contains(['=', '\0']) && !value.contains('\0')
    };
    prop_assert!(env.iter().all(is_valid), "{names:?}");
    // A request is one line, whatever its texts are.
    let line = serde_json::to_string(&options.initialize()).unwrap();
    prop_assert!(!line.contains(['\n', '\r']), "{names:?}");
    Ok(true)
}

/// Every setter with every known text, so that none depends on chance.
#[test]
fn each_option_with_each_hostile_text_changes_only_itself() {
    let mut accepted = BTreeMap::<&str, usize>::new();
    for (number, setter) in setters().iter().enumerate() {
        for text in HOSTILE.iter().map(|text| (*text).to_owned()).chain(["x".repeat(64 << 10)]) {
            let picked = BTreeMap::from([(number, text.clone())]);
            let valid = check(&picked)
                .unwrap_or_else(|error| panic!("`{}` with {text:?}: {error}", setter.name));
            *accepted.entry(setter.name).or_default() += usize::from(valid);
        }
    }
    // Positive control: no setter refuses everything.
    let never: Vec<_> = accepted.iter().filter(|(_, count)| **count == 0).collect();
    assert!(never.is_empty(), "{never:?}");
}

proptest! {
    #[test]
    fn hostile_texts_in_several_options_change_only_these(
        picked in prop::collection::btree_map(0..setters().len(), hostile(), 1..4)
    ) {
        // Two rows of one setter would replace each other.
        let setters = setters();
        let mut names = std::collections::BTreeSet::new();
        let picked = picked.into_iter().filter(|(number, _)| names.insert(setters[*number].name));
        // Rows that set two options, and credentials, which are merged with settings, are tested
        // alone.
        let alone = |name: &str| {
            ["resume_", "plugin_dir", "credentials"].iter().any(|start| name.starts_with(start))
        };
        let picked = picked.filter(|(number, _)| !alone(setters[*number].name));
        check(&picked.collect())?;
    }
}
