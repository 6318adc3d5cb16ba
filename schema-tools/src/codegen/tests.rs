//! Tests of the generator on small schemas, and of the checked-in output.

use super::{emit, for_each, names, run, schema};

const SMALL: &str = r#"
module = "small"
doc = "A small module."

[struct.Thing]
doc = "A thing."
tags = { type = "thing" }
seen = true

[struct.Thing.fields]
id = { type = "String", need = "required", seen = true, since = "2.1.9", doc = "Names the thing." }
permissionMode = { type = "Map<Vec<u64>>", need = "maybe", seen = true, doc = "Says how." }
type = { type = "bool", need = "optional", rust = "kind", rows = "X-1", doc = "Says what." }
"#;

fn small() -> String {
    let module = schema::parse(SMALL).unwrap();
    emit::module(&[], &module).unwrap()
}

#[test]
fn writes_the_struct_and_its_table() {
    let text = small();
    assert!(text.contains("pub struct Thing {"), "{text}");
    assert!(text.contains("pub permission_mode: Maybe<BTreeMap<String, Vec<u64>>>,"), "{text}");
    assert!(text.contains("0 required id: String = \"id\","), "{text}");
    assert!(text.contains("2 optional kind: bool = \"type\","), "{text}");
    assert!(text.contains("tags: [\"type\" = \"thing\"]"), "{text}");
}

#[test]
fn docs_include_the_wire_name_if_it_differs() {
    let text = small();
    assert!(text.contains("/// Names the thing. Since CLI 2.1.9.\npub id: String,"), "{text}");
    assert!(text.contains("/// Says how.\npub permission_mode"), "{text}");
    assert!(text.contains("/// Says what. Wire: `type`.\npub kind: Option<bool>,"), "{text}");
    assert!(!text.contains("X-1") && !text.contains("seen"), "{text}");
}

#[test]
fn the_same_schema_gives_the_same_text() {
    let once = small();
    assert_eq!(once, small());
}

#[test]
fn names_follow_the_protocol() {
    assert_eq!(names::field("hookCallbackIds"), "hook_callback_ids");
    assert_eq!(names::field("async"), "async_");
    assert_eq!(names::variant("task-notification"), "TaskNotification");
    assert_eq!(names::variant("5m"), "V5m");
}

#[test]
fn refuses_inconsistent_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |text: &str, why: &str| {
        std::fs::write(folder.path().join("a.toml"), text).unwrap();
        let error = schema::read(folder.path()).unwrap_err();
        assert!(error.contains(why), "{error}");
    };
    refuse(&SMALL.replace("\"String\"", "\"Strin\""), "nobody defines the type `Strin`");
    refuse(&SMALL.replace("doc = \"Names the thing.\"", "doc = \"\""), "a doc is missing");
    refuse(&SMALL.replace("need = \"maybe\"", "need = \"perhaps\""), "perhaps");
    refuse(&SMALL.replace("seen = true, since", "sen = true, since"), "sen");
    refuse(&SMALL.replace("Map<Vec<u64>>", "Set<u64>"), "unknown container `Set`");
    refuse(&SMALL.replace("module = \"small\"\n", ""), "`module`");
}

#[test]
fn refuses_names_that_would_not_compile() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |item: &str, why: &str| {
        let text = format!("module = \"small\"\ndoc = \"A module.\"\n{item}");
        std::fs::write(folder.path().join("a.toml"), text).unwrap();
        let error = schema::read(folder.path()).unwrap_err();
        assert!(error.contains(why), "{error}");
    };
    let values =
        |values: &str| format!("[enum.Kind]\ndoc = \"Kinds.\"\n[enum.Kind.values]\n{values}");
    let value = |wire: &str| format!("{wire:?} = {{ doc = \"One.\", from = \"seen\" }}\n");
    refuse(&values(&value("other")), "`other` becomes `Other`, which codegen adds itself");
    refuse(&values(&value("self")), "`self` becomes `Self`, which Rust does not accept");
    refuse(&values(&value("*")), "`*` becomes ``, which Rust does not accept");
    refuse(&values(&value("a-b").replace(" }", ", rust = \"a b\" }")), "becomes `a b`");
    refuse(&values(&(value("a-b") + &value("a_b"))), "`a-b` and `a_b` both become `AB`");
    let field = |wire: &str| {
        format!(
            "[struct.S]\ndoc = \"A struct.\"\n[struct.S.fields]\n{wire} = {{ type = \"u64\", need = \"optional\", doc = \"One.\" }}\n"
        )
    };
    refuse(&field("extra"), "`extra` becomes `extra`, which codegen adds itself");
    refuse(&field("where"), "`where` becomes `where`, which Rust does not accept");
}

const UNION: &str = r#"
module = "choice"
doc = "A module with a union."

[struct.Base]
doc = "What all have."
abstract = true
[struct.Base.fields]
id = { type = "String", need = "optional", doc = "Names it." }
size = { type = "u64", need = "optional", doc = "How large it is." }

[struct.Cat]
doc = "A cat."
include = "Base"
tags = { kind = "cat" }
[struct.Cat.fields]
lives = { type = "u64", need = "required", doc = "How many are left." }

[struct.Dog]
doc = "A dog."
include = "Base"
tags = { kind = "dog" }

[union.Animal]
doc = "An animal."
tag = "kind"
shared = ["id", "size"]
boxed = true
[union.Animal.variants]
cat = { type = "Cat", doc = "It purrs." }
dog = { type = "Dog", doc = "It barks.", inline = true }
"#;

#[test]
fn writes_the_union_with_the_common_fields() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.toml"), UNION).unwrap();
    let modules = schema::read(folder.path()).unwrap();
    let text = emit::module(&modules, &modules[0]).unwrap();
    assert!(text.contains("\"cat\" => Cat: Box<Cat>,"), "{text}");
    assert!(text.contains("\"dog\" => Dog: Dog,"), "{text}");
    assert!(text.contains("pub fn id(&self) -> Option<&str> {"), "{text}");
    assert!(text.contains("Self::Cat(body) => body.id.as_deref(),"), "{text}");
    assert!(text.contains("Self::Dog(body) => body.size,"), "{text}");
    assert!(text.contains("0 optional id: String"), "{text}");
    assert!(text.contains("2 required lives: u64"), "{text}");
    assert!(!text.contains("struct Base"), "{text}");
}

#[test]
fn refuses_invalid_unions_and_includes() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |text: &str, why: &str| {
        std::fs::write(folder.path().join("a.toml"), text).unwrap();
        let read = schema::read(folder.path());
        let error = read.and_then(|all| emit::module(&all, &all[0])).unwrap_err();
        assert!(error.contains(why), "{error}");
    };
    refuse(&UNION.replace("{ kind = \"cat\" }", "{ kind = \"tiger\" }"), "`Cat` needs `kind");
    refuse(&UNION.replace("include = \"Base\"", "include = \"Bass\""), "includes `Bass`");
    refuse(&UNION.replace("abstract = true", "include = \"Base\""), "in a circle");
    refuse(&UNION.replace("[\"id\"", "[\"name\""), "no variant has `name`");
    refuse(&UNION.replace("boxed = true", "default = \"dog\""), "`Dog` needs `kind");
    let boxed = SMALL.replace("type = \"String\"", "type = \"Box<Thing>\"");
    refuse(&boxed, "`id` is required and boxed");
}

const LISTS: &str = r#"
module = "lists"
doc = "What is listed."

[enum.HookEvent]
doc = "What happens."
[enum.HookEvent.values]
Rain = { doc = "It rains.", from = "seen" }
Sun = { doc = "It shines.", from = "seen" }

[union.HookInput]
doc = "What has happened."
tag = "event"
[union.HookInput.variants]
Rain = { type = "RainInput", doc = "It rains." }
Sun = { type = "SunInput", doc = "It shines." }

[union.HookSpecificOutput]
doc = "What to do."
tag = "event"
[union.HookSpecificOutput.variants]
Rain = { type = "RainOutput", doc = "An umbrella." }

[union.IncomingRequest]
doc = "What is asked of us."
tag = "subtype"
[union.IncomingRequest.variants]
theirs = { type = "TheirRequest", doc = "It is theirs." }

[struct.TheirRequest]
doc = "It is theirs."
tags = { subtype = "theirs" }
answer = "Thanks"
[struct.OurRequest]
doc = "It is ours."
tags = { subtype = "ours" }
answer = "Thanks"
"#;

#[test]
fn lists_contain_every_event_and_request() {
    let lists = |text: &str| for_each::file(&[schema::parse(text).unwrap()]);
    let text = lists(LISTS).unwrap();
    for entry in ["Rain: RainInput, \"It rains.\";", "Sun: SunInput, \"It shines.\";"] {
        assert!(text.contains(entry), "{text}");
    }
    assert!(text.contains("Rain: RainOutput;") && !text.contains("Sun: SunOutput"), "{text}");
    assert!(text.contains("OurRequest;") && !text.contains("TheirRequest"), "{text}");
    let error = lists(&LISTS.replace("Sun = { doc", "Moon = { doc")).unwrap_err();
    assert!(error.contains("`HookInput` has no `Moon`"), "{error}");
    let input = "Fog = { type = \"FogInput\", doc = \"It is grey.\" }\n";
    let more = LISTS.replace("Sun = { type", &format!("{input}Sun = {{ type"));
    assert!(lists(&more).unwrap_err().contains("`HookEvent` has no `Fog`"));
}

#[test]
fn stale_files_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("old.rs"), "").unwrap();
    std::fs::write(folder.path().join("same.rs"), "same").unwrap();
    std::fs::write(folder.path().join("changed.rs"), "before").unwrap();
    let files = [("same.rs", "same"), ("changed.rs", "after"), ("new.rs", "new")];
    let files = files.map(|(name, text)| (name.into(), text.to_owned())).into();
    let mut stale = run::stale(folder.path(), &files).unwrap();
    stale.sort();
    assert_eq!(stale, ["changed.rs", "new.rs", "old.rs"].map(std::path::PathBuf::from));
}

#[test]
fn the_generated_code_is_up_to_date() {
    run::run(true).unwrap();
}
