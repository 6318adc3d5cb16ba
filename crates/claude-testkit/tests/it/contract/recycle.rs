//! Recycling with the real CLI: the conversation and its ID stay.

use claude_sdk::Client;
use claude_sdk::options::Recycle;
use claude_testkit::fake_api::Turn;

use super::lab::{Lab, expect};

#[tokio::test]
async fn a_recycled_session_has_its_id_and_the_earlier_messages() {
    let turns = [Turn::text("Hello Ada."), Turn::text("You are Ada."), Turn::text("Still Ada.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let mut messages = expect(client.messages());
    expect(expect(client.send("My name is Ada.").await).text().await);
    let (id, first) = (client.session_id().cloned(), client.process_tree().await);
    expect(client.idle().await);
    expect(client.recycle().await);
    assert_eq!(expect(expect(client.send("Who am I?").await).text().await), "You are Ada.");
    assert_eq!(client.session_id().cloned(), id);
    assert_eq!(client.system_init().unwrap().session_id, id);
    // The model sees what was said to the first process.
    let asked = lab.asked();
    let last = asked.last().unwrap().body.to_string();
    for text in ["My name is Ada.", "Hello Ada.", "Who am I?"] {
        assert!(last.contains(text), "{text} is not in {last}");
    }
    if let (Some(first), Some(second)) = (first, client.process_tree().await) {
        assert!(second.age < first.age + second.age, "{first:?} {second:?}");
    }
    expect(client.close().await);
    let mut results = 0;
    while let Some(message) = messages.next().await {
        results += usize::from(expect(message).into_result().is_some());
    }
    assert_eq!(results, 2, "the subscription went on");
    let ledger = client.ledger();
    assert_eq!(ledger.turn_count, 2);
    assert!(ledger.drift().is_zero(), "{:?}", ledger.drift());
}

#[tokio::test]
async fn a_session_is_recycled_when_it_is_due() {
    let Some(lab) = Lab::new(["1", "2", "3"].map(Turn::text)).await else { return };
    let when = Recycle::new().turns(1);
    let client = expect(Client::connect(lab.options().recycle_when(when)).await);
    for number in ["1", "2", "3"] {
        assert_eq!(expect(expect(client.send("next").await).text().await), number);
        expect(client.idle().await);
    }
    let last = lab.asked().last().unwrap().body.to_string();
    assert_eq!(last.matches("next").count(), 3, "{last}");
    expect(client.close().await);
}
