//! Parallel sessions: each has its own process, its own messages, and its own end.

use claude_sdk::{Client, Permission, PermissionRequest};

use super::stage::{everywhere, options, story, until};

#[test]
fn sessions_do_not_affect_each_other() {
    everywhere(async || {
        let session = async |name: &str| {
            let own = format!("own {name}");
            let steps = format!(
                r#"expect user "{name}"; tool Bash {{"of":"{name}"}}; text "{name}"; result; loop"#
            );
            let denial = own.clone();
            let options = options(&steps).on_permission(move |_: PermissionRequest, _| {
                let denial = denial.clone();
                async move { Permission::deny(denial) }
            });
            let client = Client::connect(options).await.unwrap();
            let id = client.session_id().cloned().unwrap();
            for _ in 0..20 {
                let mut turn = client.send(name).await.unwrap();
                let expected = [
                    format!("use Bash {{\"of\":\"{name}\"}}"),
                    format!("output {own}"),
                    format!("say {name}"),
                    format!("result {name}"),
                ];
                assert_eq!(story(&mut turn).await, expected);
            }
            client.close().await.unwrap();
            id
        };
        let (a, b, c) = tokio::join!(session("ada"), session("bob"), session("cyd"));
        assert!(a != b && b != c && a != c);
    });
}

#[test]
fn the_exit_of_one_session_does_not_affect_others() {
    everywhere(async || {
        let steps = r#"expect user; text "begun"; expect control set_model; text "done"; result"#;
        let lives = Client::connect(options(steps)).await.unwrap();
        let dies = Client::connect(options(r#"expect user; text "half"; exit 3"#)).await.unwrap();
        let dropped = Client::connect(options(r#"expect user; text "half"; hang"#)).await.unwrap();
        let mut turn = lives.send("hi").await.unwrap();
        until(&mut turn, "begun").await;

        let mut dead = dies.send("hi").await.unwrap();
        let expected = ["say half", "error the CLI exited with exit code 3"];
        assert_eq!(story(&mut dead).await, expected);
        let mut half = dropped.send("hi").await.unwrap();
        until(&mut half, "half").await;
        drop((half, dropped));

        lives.set_model("opus").await.unwrap();
        let items = story(&mut turn).await;
        assert_eq!(&items[items.len() - 2..], ["say done", "result done"]);
        lives.close().await.unwrap();
    });
}
