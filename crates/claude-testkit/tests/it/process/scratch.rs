//! scratch
use std::time::{Duration, Instant};
use claude_sdk::{Client, query};
use super::stage::*;
use super::family::connected;

#[test]
fn scratch_rests() {
    let runtime = current_thread();
    let (family, client) = runtime.block_on(connected());
    let pid = family.started.one();
    drop(client);
    std::thread::sleep(Duration::from_secs(5));
    println!("RESULT rests: exists {}", exists(pid));
    drop(runtime);
    family.assert_gone();
}
#[test]
fn scratch_stream_end() {
    current_thread().block_on(async {
        let mut d = closing_within(Duration::from_millis(200)); d.run_end = Duration::from_millis(500);
        let mut run = query("hi", options("no-exit; expect user; text \"done\"").deadlines(d)).await.unwrap();
        let begin = Instant::now();
        let r = tokio::time::timeout(Duration::from_secs(15), story(&mut run)).await;
        println!("RESULT stream: {r:?} after {:?}", begin.elapsed());
    });
}
#[test]
fn scratch_stdin_gone() {
    current_thread().block_on(async {
        let mut d = closing_within(Duration::from_secs(3)); d.control = Duration::from_millis(200);
        let client = Client::connect(options("expect user; text \"x\"; close-stdin; text \"deaf\"; hang").deadlines(d)).await.unwrap();
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "deaf").await;
        for _ in 0..4 { println!("RESULT stdin: {:?}", client.set_model("x").await.map_err(|e| e.to_string())); }
        let t = client.send("more").await; println!("RESULT stdin send: {:?}", t.as_ref().map(drop));
        if let Ok(mut t) = t { println!("RESULT stdin turn: {:?}", story(&mut t).await); }
    });
}
