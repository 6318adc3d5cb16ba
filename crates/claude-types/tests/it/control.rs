//! Control requests and their responses, as the real CLI sent them, and the settings that they
//! contain.
//!
//! `tests/control/exchanges.jsonl` contains requests and responses, `questions.jsonl` the requests
//! of the CLI. Paths are invented; long texts and lists are shortened.

use std::collections::BTreeSet;
use std::fmt::Debug;

use claude_types::*;
use serde::Serialize;
use serde_json::{Value, json};

use crate::corpus::{Frame, equal, without_added_nulls};

const EXCHANGES: &str = include_str!("../control/exchanges.jsonl");
const QUESTIONS: &str = include_str!("../control/questions.jsonl");

/// Every request that the SDK may send, by its subtype.
macro_rules! requests {
    ($($request:ident;)*) => {
        const SUBTYPES: &[&str] = &[$(<$request as ControlRequest>::SUBTYPE),*];

        fn check(subtype: &str, request: &Value, answer: &Value) {
            match subtype {
                $(<$request as ControlRequest>::SUBTYPE => exchange::<$request>(request, answer),)*
                _ => panic!("nobody sends {subtype}"),
            }
        }
    };
}

for_each_request!(requests);

#[test]
fn every_exchange_is_typed_in_full_and_comes_back_equal() {
    let mut asked = BTreeSet::new();
    for line in EXCHANGES.lines() {
        let exchange: Value = serde_json::from_str(line).unwrap();
        let request = &exchange["request"];
        let subtype = request["subtype"].as_str().unwrap();
        // The response to a request that is only acknowledged may have no body.
        let answer = exchange.get("answer").cloned().unwrap_or_else(|| json!({}));
        check(subtype, request, &answer);
        asked.insert(subtype.to_owned());
    }
    assert_eq!(asked, SUBTYPES.iter().map(|&subtype| subtype.to_owned()).collect());
}

fn exchange<R>(request: &Value, answer: &Value)
where
    R: ControlRequest + WireType + Debug,
    R::Response: WireType,
    R::Response: Serialize + Debug,
{
    whole::<R>(request);
    whole::<R::Response>(answer);
}

/// Decodes a value, checks that nothing is untyped, encodes it, and compares.
fn whole<T: Serialize + WireType + Debug>(json: &Value) -> T {
    let value: T = decode("test", json.to_string().as_bytes()).unwrap();
    assert!(!has_untyped(&value), "{json}\n{}", value.tree());
    let mut again = value.json();
    without_added_nulls(json, &mut again);
    assert!(equal(json, &again), "{json}\n{again}");
    value
}

/// Returns whether a part of a value is untyped: a field, an object, or a variant of an enum.
fn has_untyped(value: &(impl Serialize + Debug)) -> bool {
    let tree = value.tree();
    let word = |rest: &str| rest.trim_start().starts_with('"');
    ["extra: {\n", "Unknown(\n", "Undecoded(\n"].iter().any(|sign| tree.contains(sign))
        || tree.split("Other(\n").skip(1).any(word)
}

#[test]
fn untyped_parts_are_found() {
    for (json, untyped) in [
        (json!({ "mcpServers": [{ "name": "a", "status": "connected" }] }), false),
        (json!({ "mcpServers": [{ "name": "a", "beam": 1 }] }), true),
        (json!({ "mcpServers": [{ "name": "a", "status": "dreaming" }] }), true),
        (json!({ "mcpServers": [{ "name": "a", "config": { "type": "pigeon" } }] }), true),
        (json!({ "mcpServers": [{ "name": "a", "config": { "type": "http" } }] }), true),
    ] {
        let status: McpStatusResponse = decode("test", json.to_string().as_bytes()).unwrap();
        assert_eq!(has_untyped(&status), untyped, "{json}");
    }
}

#[test]
fn requests_to_the_user_are_decoded_and_answered() {
    let asked: Vec<_> = QUESTIONS
        .lines()
        .map(|line| whole::<ControlRequestFrame>(&serde_json::from_str(line).unwrap()).request)
        .collect();
    let [IncomingRequest::Elicitation(form), IncomingRequest::Elicitation(url), dialog] = &*asked
    else {
        panic!("{asked:?}");
    };
    assert_eq!(form.mode, Some(ElicitationMode::Form));
    assert_eq!(form.property_order.as_deref().unwrap(), ["name", "age"]);
    assert_eq!(url.mode, Some(ElicitationMode::Url));
    assert_eq!(url.elicitation_id.as_deref(), Some("e-1"));
    let mut accept = ElicitationResponse::new(ElicitationAction::Accept);
    accept.content = Some(Raw::from_serialize(&json!({ "name": "Bo" })).unwrap());
    assert_eq!(accept.json(), json!({ "action": "accept", "content": { "name": "Bo" } }));

    let IncomingRequest::RequestUserDialog(dialog) = dialog else { panic!("{dialog:?}") };
    assert_eq!(dialog.dialog_kind, DialogKind::RefusalFallbackPrompt);
    let prompt: RefusalFallbackPrompt = dialog.payload.as_ref().unwrap().parse().unwrap();
    assert_eq!(prompt.fallback_model, Some("claude-opus-4-8".into()));
    assert!(prompt.extra.is_empty());
    let cancelled = UserDialogResult::Cancelled(DialogCancelled::default());
    assert_eq!(cancelled.json(), json!({ "behavior": "cancelled" }));
}

#[test]
fn an_mcp_server_without_a_type_is_a_command() {
    let json = json!({ "command": "srv", "args": [], "env": { "A": "b" } });
    let McpServerConfig::Stdio(server) = whole::<McpServerConfig>(&json) else {
        panic!("not a command");
    };
    assert_eq!((&*server.command, server.kind), ("srv", None));
    whole::<McpServerConfig>(&json!({ "type": "stdio", "command": "srv" }));
    whole::<McpServerConfig>(&json!({
        "type": "http", "url": "http://localhost/mcp", "headers": { "X-A": "b" }, "timeout": 1000,
        "tools": [{ "name": "a", "permission_policy": "always_ask", "org_max_permission": "ask" }],
        "alwaysLoad": true,
    }));
    whole::<McpServerConfig>(&json!({ "type": "sdk", "name": "lab" }));
    whole::<McpServerConfig>(&json!({ "type": "claudeai-proxy", "url": "u", "id": "i" }));
    let unknown: McpServerConfig = decode("test", br#"{"type":"pigeon","loft":1}"#).unwrap();
    assert!(matches!(unknown, McpServerConfig::Unknown(_)));
    assert_eq!(unknown.json(), json!({ "type": "pigeon", "loft": 1 }));
}

#[test]
fn effort_and_servers_of_an_agent_are_decoded_in_either_form() {
    let json = json!({
        "description": "d", "prompt": "p", "effort": 3, "memory": "project",
        "mcpServers": ["named", { "inline": { "command": "srv" } }],
        "autoCompactWindow": 100_000, "observer": "a, b", "observerMessage": "m",
        "criticalSystemReminder_EXPERIMENTAL": "r",
    });
    let agent: AgentDefinition = whole(&json);
    assert_eq!(agent.effort, Some(TextOr::Other(3)));
    let servers = agent.mcp_servers.unwrap();
    assert_eq!(servers[0].text(), Some("named"));
    assert!(matches!(servers[1].other().unwrap()["inline"], McpServerConfig::Stdio(_)));
    let mut agent = AgentDefinition::new("d", "p");
    agent.effort = Some("high".into());
    assert_eq!(agent.json(), json!({ "description": "d", "prompt": "p", "effort": "high" }));
}

#[test]
fn all_sandbox_settings_are_typed() {
    whole::<SandboxSettings>(&json!({
        "enabled": true, "failIfUnavailable": true, "autoAllowBashIfSandboxed": true,
        "allowUnsandboxedCommands": false, "excludedCommands": ["docker *"],
        "network": {
            "allowedDomains": ["*.example.com"], "deniedDomains": [], "strictAllowlist": true,
            "allowManagedDomainsOnly": false, "allowUnixSockets": ["/s"],
            "allowAllUnixSockets": false, "allowLocalBinding": true, "allowMachLookup": ["a.*"],
            "httpProxyPort": 1, "socksProxyPort": 2, "tlsTerminate": { "caCertPath": "c", "caKeyPath": "k" },
        },
        "filesystem": {
            "allowWrite": ["/w"], "denyWrite": [], "denyRead": [], "allowRead": [],
            "allowManagedReadPathsOnly": false, "disabled": false,
        },
        "credentials": {
            "files": [{
                "path": "~/.netrc", "mode": "mask", "extract": "(.*)", "onExtractNoMatch": "warn",
                "decode": "jwt", "maskClaims": ["c"], "maskDuplicates": true, "injectHosts": ["h"],
            }],
            "envVars": [{ "name": "KEY", "mode": "deny" }],
            "allowPlaintextInject": false,
            "awsPairs": [{ "accessKeyIdVar": "A", "secretAccessKeyVar": "B", "sessionTokenVar": "C" }],
            "sigv4": { "streaming": "deny", "presigned": "passthrough", "sigv4a": "deny" },
        },
        "ignoreViolations": { "*": ["/p"] }, "enableWeakerNestedSandbox": false,
        "allowNestedUserNamespaces": false, "enableWeakerNetworkIsolation": false,
        "allowAppleEvents": false, "ripgrep": { "command": "rg", "args": [] },
        "bwrapPath": "/b", "socatPath": "/s",
    }));
}

#[test]
fn the_usage_of_a_plan_is_decoded() {
    let share = json!([{ "name": "n", "pct": 1.5 }]);
    let period = json!({
        "request_count": 1, "session_count": 1,
        "behaviors": [{ "key": "cache_miss", "pct": 12.5, "count": 1 }],
        "recommendations": [{ "key": "cache_miss", "pct": 12.5, "title": "t", "detail": "d" }],
        "fix": { "keys": ["cache_miss"], "messages": ["/effort low"] },
        "agents": share, "skills": share, "plugins": share, "mcp_servers": share,
    });
    let usage: PlanUsage = whole(&json!({
        "session": { "total_cost_usd": 0.5, "model_usage": {} },
        "subscription_type": "max", "rate_limits_available": true,
        "rate_limits": {
            "five_hour": { "utilization": 12.5, "resets_at": "2026-11-21T12:00:00Z" },
            "seven_day": { "utilization": null, "resets_at": null }, "seven_day_opus": null,
            "model_scoped": [{ "display_name": "Fable", "utilization": 1, "resets_at": null }],
            "extra_usage": { "is_enabled": false, "monthly_limit": null, "used_credits": null, "utilization": null },
        },
        "behaviors": { "day": period, "week": period },
    }));
    let limits = usage.rate_limits.unwrap();
    assert_eq!(limits.model_scoped.unwrap()[0].display_name, "Fable");
}
