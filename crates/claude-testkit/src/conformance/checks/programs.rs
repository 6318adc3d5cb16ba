//! Programs: arguments, variables and directory arrive, and a start that fails is reported.

use std::collections::BTreeMap;
use std::future::poll_fn;

use claude_transport::{Environment, Launch, LaunchErrorKind, Parts, Read, TransportError};

use super::super::stage::{Checked, Stage, ensure, equal, exit};
use super::super::suite::Ability::Programs;

super::list::checks! {
    arguments_arrive_unchanged: [Programs],
    variables_arrive_unchanged: [Programs],
    an_empty_environment_has_what_is_set: [Programs],
    all_variables_are_inherited_but_removed_ones: [Programs],
    named_variables_are_inherited: [Programs],
    the_directory_is_that_of_the_launch: [Programs],
    a_missing_program_is_an_error: [Programs],
    a_missing_directory_is_an_error: [Programs],
}

/// Texts that a shell, or a protocol of lines, may change.
const HOSTILE: [&str; 12] = [
    "",
    " ",
    "a b",
    "two\nlines",
    "\ttab\r",
    "quotes ' \" `",
    "$HOME $(echo no) ${x} `echo no`",
    "back\\slash \\n",
    "-n",
    "--flag=é 😀",
    "* ? [a] ~ ! # ; & | < >",
    "%s %d %%",
];

/// The exit code of a shell for a program that it does not find, or cannot run.
const NOT_RUN: [i32; 2] = [126, 127];

async fn arguments_arrive_unchanged(stage: Stage) -> Checked {
    let launch = stage.script(r#"for arg; do printf '<%s>\n' "$arg"; done"#).args(HOSTILE);
    let shown: String = HOSTILE.iter().map(|text| format!("<{text}>\n")).collect();
    equal(&stage.lines(&launch).await?, &shown.lines().map(Into::into).collect())
}

async fn variables_arrive_unchanged(stage: Stage) -> Checked {
    for text in HOSTILE {
        let env = Environment::inherit().set("CONFORMANCE", text);
        let launch = stage.script(r#"printf '<%s>\n' "$CONFORMANCE""#).env(env);
        let shown = format!("<{text}>\n");
        equal(&stage.lines(&launch).await?, &shown.lines().map(Into::into).collect())?;
    }
    Ok(())
}

/// The names of the variables of a peer, without those of a shell and of the run.
async fn names(stage: &Stage, env: Environment) -> Result<BTreeMap<String, String>, String> {
    // Only names that are known to have no line feed in their value.
    let script = "export -p >/dev/null; env | grep '^[A-Za-z_][A-Za-z0-9_]*='; :";
    let lines = stage.lines(&stage.script(script).env(env)).await?;
    let all = lines.iter().filter_map(|line| line.split_once('='));
    let own = |name: &str| {
        matches!(name, "_" | "PWD" | "OLDPWD" | "SHLVL") || name.starts_with("CLAUDE_SDK_")
    };
    Ok(all.filter(|(name, _)| !own(name)).map(|(n, v)| (n.into(), v.into())).collect())
}

async fn an_empty_environment_has_what_is_set(stage: Stage) -> Checked {
    let path = "/usr/bin:/bin";
    let found = names(&stage, Environment::empty().set("PATH", path).set("A", "1")).await?;
    equal(&found, &BTreeMap::from([("A".into(), "1".into()), ("PATH".into(), path.into())]))
}

async fn all_variables_are_inherited_but_removed_ones(stage: Stage) -> Checked {
    let all = names(&stage, Environment::inherit()).await?;
    let one = all.keys().find(|name| *name != "PATH").ok_or("no variable is inherited")?;
    let found = names(&stage, Environment::inherit().remove(one)).await?;
    let mut expected = all.clone();
    expected.remove(one);
    equal(&found.keys().collect::<Vec<_>>(), &expected.keys().collect())
}

async fn named_variables_are_inherited(stage: Stage) -> Checked {
    let all = names(&stage, Environment::inherit()).await?;
    ensure(all.contains_key("PATH"), "the host of the peer has no `PATH`")?;
    ensure(all.len() > 1, "the host of the peer has one variable only")?;
    for name in ["PATH", "PAT*"] {
        let found =
            names(&stage, Environment::inherit_only([name, "NOT_THERE"]).set("A", "1")).await?;
        let begins = |known: &&String| known.starts_with(name.trim_end_matches('*'));
        let mut expected: Vec<&String> = all.keys().filter(begins).collect();
        let set = "A".to_owned();
        expected.insert(0, &set);
        equal(&found.keys().collect::<Vec<_>>(), &expected)?;
        equal(&found.get("PATH"), &all.get("PATH"))?;
    }
    Ok(())
}

async fn the_directory_is_that_of_the_launch(stage: Stage) -> Checked {
    equal(&stage.lines(&stage.script("pwd -P").cwd("/")).await?, &vec!["/".to_owned()])
}

async fn a_missing_program_is_an_error(stage: Stage) -> Checked {
    refused(&stage, &Launch::new("/no/such/program"), LaunchErrorKind::NotFound).await
}

async fn a_missing_directory_is_an_error(stage: Stage) -> Checked {
    let launch = stage.steps(&["say started"]).cwd("/no/such/directory");
    refused(&stage, &launch, LaunchErrorKind::CwdMissing).await
}

/// A transport that learns of it later reports it by its reader, or as a shell does: by an exit code,
/// with the reason on stderr.
async fn refused(stage: &Stage, launch: &Launch, expected: LaunchErrorKind) -> Checked {
    let is_it = |error: &TransportError| match error {
        TransportError::Launch { kind, .. } => equal(kind, &expected),
        error => Err(format!("expected an error of the launch, got: {error}")),
    };
    let parts = match stage.connect(launch) {
        Ok(transport) => transport.split(),
        Err(error) => return is_it(&error),
    };
    let Parts { mut reader, writer: _writer, mut peer } = parts;
    let mut frames = Vec::new();
    match poll_fn(|cx| reader.poll_read(cx, &mut frames)).await {
        Ok(Read::Eof) => {}
        Ok(_) => return Err("the program was started".into()),
        Err(error) => match error.downcast::<TransportError>() {
            Ok(error) => return is_it(&error),
            Err(error) => return Err(format!("a read fails without the reason: {error}")),
        },
    }
    let exit = exit(&mut *peer).await;
    let holds = exit.code.is_some_and(|code| NOT_RUN.contains(&code)) && !exit.stderr.is_empty();
    ensure(holds, format!("expected exit code 126 or 127 with a reason, got {exit}"))
}
