//! Tests: invented declarations compared with a small schema.

use std::collections::BTreeSet;

use super::parse::Declarations;
use super::{compare, options_in_source};
use crate::drift::fixture::{about, model};

/// Declarations that agree with the schema, in many notations.
const GOOD: &str = r#"
import type { Far } from 'far/away';
/** A comment with { and 'quotes". */
export declare function ping(_a: { b: string }): Promise<Ping<string>>;
declare namespace coreTypes { export { Ping, News } }
export declare class Thing<T = {}> extends Other { private x; run(a?: string): void; }
declare type Base = { session_id: string; count?: number };
export declare type Ping = Base & {
    readonly type: 'ping';
    // A comment.
    ratio?: number | null,
    colour: Colour | null;
    names?: readonly [string, ...string[]];
    limits?: Record<string, number>;
    effort?: 'high' | number;
    anything?: Far['away'] & { z?: `x${string}` };
    call(): void;
};
declare const COLOURS: readonly ['red', 'blue'];
type Colour = (typeof COLOURS)[number] | 'red' | 'blue';
interface Named extends Partial<Pick<Both, 'call' | 'part'>> { type: "news"; }
interface Both { part: Head | Tail; call: { id: string; name: string; input: unknown }; }
type Head = { kind: 'head'; hair: boolean };
type Tail = { kind: 'tail' };
type Later<T> = T extends string ? { a: T } : never;
type Callback = (a: string, ...rest: { b: number }[]) => a is string;
export declare type SDKMessage = Ping | coreTypes.Named;
export type StdoutMessage = coreTypes.SDKMessage | Frame;
type Frame = { type: 'control_request'; request_id: string; request: SDKControlRequestInner };
type SDKControlRequestInner = SDKControlStopRequest;
type SDKControlStopRequest = { subtype: 'stop'; now?: boolean };
type SDKControlStopResponse = { left: number };
export type ToolInputSchemas = | FileReadInput | ReadOutput;
export interface FileReadInput { path: string; }
export type Options = { addDirs?: string[]; model?: string; continue?: boolean };
"#;

/// The findings after one part of the good declarations was replaced.
fn found(from: &str, to: &str) -> Vec<String> {
    assert!(GOOD.contains(from), "{from}");
    let mut declarations = Declarations::default();
    declarations.read(&GOOD.replacen(from, to, 1));
    let options = ["add_dirs", "model", "continue_"].map(str::to_owned);
    about(&compare(&declarations, &model(), &BTreeSet::from(options)), "")
}

#[test]
fn equal_declarations_are_no_drift() {
    assert_eq!(found("ping", "ping"), [""; 0]);
}

#[test]
fn new_fields_are_reported() {
    assert_eq!(
        found("count?", "more?: boolean; count?"),
        ["New PingMessage.more: optional, true or false"]
    );
    assert_eq!(found("hair:", "bald: 'a' | 'b'; hair:"), ["New Head.bald: `a` or `b`"]);
}

#[test]
fn new_members_are_reported() {
    assert_eq!(
        found("= Ping |", "= { type: 'pong'; a: string } | Ping |"),
        ["New Message/pong: a, type"]
    );
    assert_eq!(found("part: Head |", "part: { kind: 'leg' } | Head |"), ["New Part/leg: kind"]);
    assert_eq!(found("| 'red'", "| 'red' | 'green'"), ["New Colour=green"]);
    let more = "Inner = Go | SDKControlStopRequest; type Go = { subtype: 'go' };";
    assert_eq!(found("Inner = SDKControlStopRequest;", more), ["New ControlRequest/go"]);
}

#[test]
fn removed_declarations_are_reported() {
    let gone = "marked as declared in the schema, but not declared";
    assert_eq!(
        found("names?: readonly [string, ...string[]];", ""),
        [format!("Gone PingMessage.names: {gone}")]
    );
    assert_eq!(found("part: Head | Tail", "part: Head"), [format!("Gone Part/tail: {gone}")]);
    assert_eq!(found("now?: boolean", ""), [format!("Gone StopRequest.now: {gone}")]);
    assert_eq!(
        found("subtype: 'stop'; now?: boolean", "subtype: 'halt'"),
        ["New ControlRequest/halt".to_owned(), format!("Gone ControlRequest/stop: {gone}"),]
    );
    assert_eq!(found("| FileReadInput ", "| ReadOutput "), [""; 0]);
    // It was seen in recordings, so it needs no declaration.
    assert_eq!(found("count?: number", ""), [""; 0]);
}

#[test]
fn different_types_are_reported() {
    assert_eq!(
        found("count?: number", "count?: string"),
        ["Type PingMessage.count: may be a text; the schema has u64"]
    );
    assert_eq!(
        found("count?: number", "count?: number | null"),
        ["Type PingMessage.count: may be null; it is Optional"]
    );
    assert_eq!(
        found("session_id: string", "session_id?: string"),
        ["Type PingMessage.session_id: may be absent; it is Required"]
    );
    assert_eq!(
        found("left: number", "left: number[]"),
        ["Type StopResponse.left: may be a list; the schema has u64"]
    );
    assert_eq!(
        found("Record<string, number>", "Record<string, boolean>"),
        ["Type PingMessage.limits: may be true or false; the schema has u64"]
    );
}

#[test]
fn tools_and_options_are_compared_by_name() {
    assert_eq!(
        found("{ path: string; }", "{ path: string; offset?: number }"),
        ["New ReadInput.offset: optional, a number"]
    );
    assert_eq!(
        found("| FileReadInput", "| FileReadInput | GlobInput"),
        ["New Tool/Glob: an input"]
    );
    assert_eq!(
        found(
            "export type Options",
            "declare const BUILTIN_TOOL_NAMES: readonly ['Read', 'View', 'Grep']; type Options"
        ),
        ["New Tool/Grep: a name"]
    );
    assert_eq!(found("model?: string", "maxTurns?: number"), ["New Options.maxTurns: a number"]);
    let source = "pub struct Options {\n    pub(crate) model: Option<String>,\n    x: u8,\n}\n    pub y: u8,";
    assert_eq!(options_in_source(source), BTreeSet::from(["model".to_owned()]));
}

#[test]
fn unparsable_declarations_are_skipped() {
    assert_eq!(found("type Later<T>", "type = ] } ) Odd<"), [""; 0]);
    assert_eq!(found("type Callback = (", "type Callback = $%& ("), [""; 0]);
    let mut declarations = Declarations::default();
    declarations.read("type A = { b: 'unfinished");
    declarations.read("interface B extends { /* ");
    assert!(declarations.is_empty());
}
