//! Tests of `args`.
