//! Files: private files arrive by content, are private, and are removed.

use claude_transport::Launch;

use super::super::stage::{Checked, Stage, ensure, equal};
use super::super::suite::Ability::{Files, Programs};

super::list::checks! {
    private_files_arrive_by_content: [Programs, Files],
    a_private_file_may_stand_before_arguments: [Programs, Files],
    private_files_are_private: [Programs, Files],
    private_files_are_gone_after_the_exit: [Programs, Files],
    private_files_are_gone_after_a_drop: [Programs, Files],
}

async fn private_files_arrive_by_content(stage: Stage) -> Checked {
    let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
    let script =
        r#"for file; do od -An -v -tx1 "${file#*=}" | tr -d ' \n'; echo " ${file%%=*}"; done"#;
    let launch = stage.script(script).file("--one=", bytes.clone()).file("--two=", "");
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let lines = stage.lines(&launch).await?;
    ensure(lines == [format!("{hex} --one"), " --two".into()], "a file has another content")
}

async fn a_private_file_may_stand_before_arguments(stage: Stage) -> Checked {
    let mut launch = stage.script(r#"for arg; do echo "${arg%%=*}"; done"#).args(["a", "b"]);
    for (argument, before) in [("--last=", 0), ("--middle=", 1), ("--first=", 2), ("--second=", 2)]
    {
        launch = launch.file(argument, "x");
        launch.files.last_mut().ok_or("there is no file")?.before = before;
    }
    let expected = ["--first", "--second", "a", "--middle", "b", "--last"];
    equal(&stage.lines(&launch).await?, &expected.map(String::from).into())
}

async fn private_files_are_private(stage: Stage) -> Checked {
    let script =
        r#"file=${1#*=}; for path in "$file" "${file%/*}"; do ls -ld "$path" | cut -c1-10; done"#;
    let launch = stage.script(script).file("--settings=", "secret");
    equal(&stage.lines(&launch).await?, &["-rw-------".into(), "drwx------".into()].into())
}

/// A peer that shows the path of its file, and reads up to the end of stdin.
fn shows(stage: &Stage) -> Launch {
    stage.script(r#"echo "${1#*=}"; cat"#).file("--settings=", "secret")
}

async fn private_files_are_gone_after_the_exit(stage: Stage) -> Checked {
    let mut session = stage.start(&shows(&stage))?;
    let path = session.line().await?;
    stage.soon(r#"[ -f "$1" ]"#, &path, "the file is not there while the peer runs").await?;
    session.end_input();
    session.exit().await;
    stage.soon(r#"! [ -e "$1" ]"#, &path, "the file is left").await
}

async fn private_files_are_gone_after_a_drop(stage: Stage) -> Checked {
    let mut session = stage.start(&shows(&stage))?;
    let path = session.line().await?;
    drop(session);
    stage.soon(r#"! [ -e "$1" ]"#, &path, "the file is left").await
}
