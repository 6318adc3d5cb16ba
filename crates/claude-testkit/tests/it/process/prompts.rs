//! Prompts: long prompts, and many prompts.

use std::collections::HashSet;

use claude_sdk::{Client, Permission, PermissionRequest, query};

use super::stage::{bounded, echo, everywhere, multi_thread, options};

const LONG: usize = 5_000_000;

#[test]
fn a_prompt_of_megabytes_is_sent() {
    everywhere(async || {
        let prompt = format!("{} the end", "x\u{1f600}\n\"".repeat(LONG / 7));
        assert!(prompt.len() > LONG);
        // The mock exits with code 70 if the prompt does not end like this.
        let steps = r#"expect user "\n\" the end"; text "all there"; result"#;
        let answer = query(prompt.as_str(), options(steps)).text().await.unwrap();
        assert_eq!(answer, "all there");

        let client = Client::connect(echo()).await.unwrap();
        let answer = client.send(prompt.as_str()).await.unwrap().text().await.unwrap();
        assert_eq!(answer, format!("You said: {}", prompt.chars().take(200).collect::<String>()));
        assert_eq!(client.send("short").await.unwrap().text().await.unwrap(), "You said: short");
        client.close().await.unwrap();
    });
}

#[test]
fn a_prompt_of_megabytes_does_not_delay_replies() {
    everywhere(async || {
        // The second prompt is being written while the CLI waits for a permission in the first
        // turn.
        let steps = r#"expect user; tool Bash {}; text "one"; result; expect user; text "two""#;
        let options = options(steps).on_permission(|_: PermissionRequest, _| async {
            tokio::task::yield_now().await;
            Permission::allow()
        });
        let client = Client::connect(options).await.unwrap();
        let first = client.send("go").await.unwrap();
        let second = client.send("y".repeat(LONG)).await.unwrap();
        assert_eq!(first.text().await.unwrap(), "one");
        assert_eq!(second.text().await.unwrap(), "two");
    });
}

/// The CLI may answer several prompts with one result; each turn gets it.
#[test]
fn a_hundred_concurrent_prompts_are_all_answered() {
    everywhere(async || {
        let client = Client::connect(echo()).await.unwrap();
        let mut turns = Vec::new();
        for n in 0..100 {
            turns.push(client.send(format!("prompt {n}")).await.unwrap());
        }
        let mut uuids = HashSet::new();
        for turn in turns {
            let uuid = turn.uuid().clone();
            let result = turn.result().await.unwrap();
            assert!(!result.is_failure());
            assert!(result.user_message_uuids.unwrap().contains(&uuid), "it names its prompt");
            uuids.insert(uuid);
        }
        assert_eq!(uuids.len(), 100);
        client.close().await.unwrap();
    });
}

#[test]
fn a_hundred_prompts_of_a_hundred_tasks_are_all_answered() {
    multi_thread().block_on(bounded(async {
        let client = Client::connect(echo()).await.unwrap();
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..100 {
            let client = client.clone();
            tasks.spawn(async move {
                let turn = client.send(format!("prompt {n}")).await.unwrap();
                turn.text().await.unwrap()
            });
        }
        let answers = tasks.join_all().await;
        assert_eq!(answers.len(), 100);
        assert!(answers.iter().all(|answer| answer.starts_with("You said: prompt")));
    }));
}

#[test]
fn prompts_are_answered_one_after_another() {
    everywhere(async || {
        let client = Client::connect(echo()).await.unwrap();
        for n in 0..100 {
            let answer = client.send(format!("prompt {n}")).await.unwrap().text().await.unwrap();
            assert_eq!(answer, format!("You said: prompt {n}"));
        }
    });
}
