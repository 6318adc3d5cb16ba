//! Slow consumers: consumers that read slowly, or not at all. Time is paused, so that it shows
//! which task waits.

use std::time::Duration;

use claude_protocol::{ConnectionOptions, OverflowPolicy, Subscription};
use claude_transport::memory::MemoryCli;
use claude_types::Message;
use tokio::time::{sleep, timeout};

use crate::script::by_hand;
use crate::show::next;
use crate::stage::paused;

/// Small limits: 1 KiB of lines and 16 KiB of memory.
fn small(overflow: OverflowPolicy) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.limits.soft = 1 << 10;
    options.limits.hard = 16 << 10;
    options.limits.overflow = overflow;
    options
}

/// Writes this number of numbered lines of 100 bytes.
async fn write(far: &mut MemoryCli, lines: usize) {
    for number in 0..lines {
        far.send(&format!("{number:0100}")).await;
    }
}

/// Reads to the end. Returns the number of messages, the number of lost messages, and the last
/// item.
async fn count(messages: &mut Subscription) -> (usize, usize, String) {
    let (mut read, mut lost, mut last) = (0, 0, String::new());
    while let Some(message) = next(messages).await {
        match message.strip_prefix("lagged ") {
            Some(count) => lost += count.parse::<usize>().unwrap(),
            None => read += usize::from(message.starts_with("noise")),
        }
        last = message;
    }
    (read, lost, last)
}

#[test]
fn an_idle_consumer_loses_its_oldest_messages_and_gets_their_number() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::DropOldest), 256).await;
        let mut messages = connection.unsolicited().unwrap();
        write(&mut far, 1000).await;
        far.exit(0, "");
        let first = next(&mut messages).await.unwrap();
        let lost: usize = first.strip_prefix("lagged ").unwrap().parse().unwrap();
        let second = next(&mut messages).await.unwrap();
        assert_eq!(second, format!("noise {lost:0100}"), "the gap is where it is told");
        let (read, more, last) = count(&mut messages).await;
        assert_eq!((lost + 1 + read, more), (1000, 0));
        assert!((1 + read) * 100 <= (16 << 10), "{read} lines were kept");
        assert_eq!(last, format!("noise {:0100}", 999));
    });
}

#[test]
fn results_are_lost_last() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::DropOldest), 256).await;
        let mut messages = connection.unsolicited().unwrap();
        for _ in 0..10 {
            far.send(r#"{"type":"result","subtype":"success","is_error":false}"#).await;
            write(&mut far, 200).await;
        }
        far.exit(0, "");
        let mut results = 0;
        while let Some(message) = next(&mut messages).await {
            results += usize::from(message == "result ");
        }
        assert_eq!(results, 10);
    });
}

#[test]
fn deltas_are_dropped_before_messages() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::DropOldest), 256).await;
        let mut messages = connection.unsolicited().unwrap();
        write(&mut far, 20).await;
        let delta =
            format!(r#"{{"type":"stream_event","event":{{"type":"ping"}},"uuid":"{:0100}"}}"#, 0);
        for _ in 0..200 {
            far.send(&delta).await;
        }
        far.exit(0, "");
        let (read, lost, last) = count(&mut messages).await;
        assert_eq!(read, 20, "no message was lost");
        assert!(lost > 150, "{lost} deltas were lost");
        assert_eq!(last, "delta");
    });
}

#[test]
fn a_slow_consumer_loses_nothing() {
    paused(async || {
        for pause in [1, 500, 9_000] {
            let (connection, mut far) = by_hand(small(OverflowPolicy::DropOldest), 256).await;
            let mut messages = connection.unsolicited().unwrap();
            let writing = tokio::spawn(async move {
                write(&mut far, 300).await;
                far.exit(0, "");
            });
            let mut read = 0;
            while let Some(message) = next(&mut messages).await {
                assert_eq!(message, format!("noise {read:0100}"), "nothing is lost");
                read += 1;
                sleep(Duration::from_millis(pause)).await;
            }
            assert_eq!(read, 300);
            writing.await.unwrap();
        }
    });
}

#[test]
fn reading_pauses_for_an_active_consumer_at_the_soft_limit() {
    paused(async || {
        let mut options = small(OverflowPolicy::DropOldest);
        options.limits.pause = Duration::from_millis(20);
        let (connection, mut far) = by_hand(options, 256).await;
        let mut messages = connection.unsolicited().unwrap();
        let begun = tokio::time::Instant::now();
        let writing = tokio::spawn(async move { write(&mut far, 300).await });
        for read in 0..300 {
            assert_eq!(next(&mut messages).await.unwrap(), format!("noise {read:0100}"));
        }
        writing.await.unwrap();
        // With a consumer that reads at once, there is no pause of 20 ms for each block.
        assert!(begun.elapsed() < Duration::from_millis(500), "{:?}", begun.elapsed());
    });
}

#[test]
fn with_pause_reading_waits_and_nothing_is_lost() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::Pause), 256).await;
        let mut messages = connection.unsolicited().unwrap();
        let mut writing = tokio::spawn(async move {
            write(&mut far, 1000).await;
            far.exit(0, "");
        });
        assert!(
            timeout(Duration::from_secs(1000), &mut writing).await.is_err(),
            "the CLI waits, too"
        );
        let begun = tokio::time::Instant::now();
        assert_eq!(count(&mut messages).await.0, 1000);
        assert!(begun.elapsed() < Duration::from_secs(60), "it is told when there is room");
        writing.await.unwrap();
    });
}

#[test]
fn with_pause_a_close_still_ends() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::Pause), 256).await;
        let messages = connection.unsolicited().unwrap();
        let writing = tokio::spawn(async move {
            write(&mut far, 1000).await;
            far.signals()
        });
        sleep(Duration::from_secs(60)).await;
        let begun = tokio::time::Instant::now();
        connection.close().await.unwrap();
        assert!(begun.elapsed() <= Duration::from_secs(10));
        drop(messages);
        assert_eq!(writing.await.unwrap().len(), 2, "it had to be killed");
    });
}

#[test]
fn with_pause_a_kill_still_ends() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::Pause), 256).await;
        let messages = connection.unsolicited().unwrap();
        let writing = tokio::spawn(async move {
            write(&mut far, 1000).await;
            far.signals()
        });
        sleep(Duration::from_secs(60)).await;
        let begun = tokio::time::Instant::now();
        // A second close does not delay the end.
        for _ in 0..2 {
            let _ = timeout(Duration::from_secs(1), connection.kill()).await;
        }
        connection.kill().await;
        assert!(begun.elapsed() <= Duration::from_secs(5), "{:?}", begun.elapsed());
        drop(messages);
        assert_eq!(writing.await.unwrap().len(), 2);
    });
}

/// A task that reads a flood must still poll its other futures.
#[test]
fn a_flood_does_not_delay_the_task_of_its_reader() {
    paused(async || {
        let (connection, mut far) = by_hand(ConnectionOptions::default(), 256).await;
        let mut messages = connection.unsolicited().unwrap();
        write(&mut far, 1000).await;
        far.exit(0, "");
        connection.state().wait_for(claude_protocol::State::is_closed).await.unwrap();
        let mut read = 0;
        let reading = async {
            while next(&mut messages).await.is_some() {
                read += 1;
            }
        };
        assert!(timeout(Duration::ZERO, reading).await.is_err());
        assert!((1..500).contains(&read), "{read} at once");
        while next(&mut messages).await.is_some() {
            read += 1;
        }
        assert_eq!(read, 1000, "none is lost");
    });
}

#[test]
fn with_fail_one_stream_ends_and_the_others_continue() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::Fail), 256).await;
        let mut lazy = connection.subscribe().unwrap();
        let mut busy = connection.subscribe().unwrap();
        let reading = tokio::spawn(async move { count(&mut busy).await });
        write(&mut far, 1000).await;
        far.exit(0, "");
        assert_eq!(reading.await.unwrap().0, 1000);
        let (read, lost, last) = count(&mut lazy).await;
        assert!((50..150).contains(&read), "{read} lines were kept");
        assert_eq!(lost, 0);
        assert!(last.starts_with("error: a slow consumer has 1"), "{last}");
    });
}

#[test]
fn a_lagged_message_includes_the_bytes() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::DropOldest), 256).await;
        let mut messages = connection.unsolicited().unwrap();
        write(&mut far, 1000).await;
        match messages.next().await {
            Some(Ok(Message::Lagged(lost))) => assert_eq!(lost.bytes, lost.messages * 100),
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn a_dropped_consumer_does_not_delay_others() {
    paused(async || {
        let (connection, mut far) = by_hand(small(OverflowPolicy::Pause), 256).await;
        let lazy = connection.subscribe().unwrap();
        let mut writing = tokio::spawn(async move {
            write(&mut far, 1000).await;
            far
        });
        let minute = Duration::from_secs(60);
        assert!(timeout(minute, &mut writing).await.is_err());
        drop(lazy);
        timeout(minute, writing).await.expect("reading goes on").unwrap();
    });
}
