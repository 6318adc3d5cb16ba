//! Criterion bench of decoding: the cost of one line of each kind, reader by reader.
//!
//! It is meant for curves and comparisons over time. The gates are in the program `decode`, where
//! the readers alternate. Run: `cargo bench -p claude-benches`, or one bench with `--
//! "result/typed"`.

use claude_benches::kinds::kinds;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn decode(criterion: &mut Criterion) {
    for kind in kinds() {
        let mut group = criterion.benchmark_group(kind.name);
        group.throughput(Throughput::Bytes(kind.line.len() as u64));
        for (reader, read) in kind.readers() {
            group.bench_function(reader, |bencher| bencher.iter(|| read(&kind.line)));
        }
    }
}

criterion_group!(benches, decode);
criterion_main!(benches);
