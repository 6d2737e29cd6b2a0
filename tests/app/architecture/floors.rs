//! What may use what: the floors of the house, read from the `use` lines of the source.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, files, none};

/// A floor, and the floors that it may use.
struct Floor {
    name: &'static str,
    uses: &'static [&'static str],
}

/// The floors from the ground up. None may use one that stands further down in this list.
const FLOORS: [Floor; 18] = [
    Floor { name: "language", uses: &[] },
    Floor { name: "sanitize", uses: &[] },
    Floor { name: "crash", uses: &[] },
    Floor { name: "ron_text", uses: &[] },
    Floor { name: "domain", uses: &[] },
    Floor { name: "theme", uses: &["domain"] },
    Floor { name: "clock", uses: &["domain"] },
    Floor { name: "widgets", uses: &[] },
    Floor { name: "content", uses: &["domain", "language", "ron_text"] },
    Floor { name: "store", uses: &["domain", "language", "sanitize", "clock", "ron_text"] },
    Floor { name: "words", uses: &["domain", "language", "sanitize", "crash", "store"] },
    Floor { name: "view", uses: &["domain", "sanitize", "content", "words"] },
    Floor { name: "export", uses: &["domain", "sanitize", "content", "words"] },
    Floor { name: "deeds", uses: &["domain", "language", "content", "words", "view"] },
    Floor {
        name: "session",
        uses: &["domain", "language", "store", "content", "words", "view", "deeds"],
    },
    Floor {
        name: "screens",
        uses: &[
            "domain", "store", "widgets", "theme", "words", "view", "export", "deeds", "session",
        ],
    },
    Floor {
        name: "app",
        uses: &[
            "domain", "language", "crash", "store", "content", "widgets", "theme", "words", "view",
            "deeds", "session", "screens",
        ],
    },
    Floor {
        name: "cli",
        uses: &[
            "domain", "language", "sanitize", "crash", "clock", "store", "content", "words",
            "view", "export", "deeds",
        ],
    },
];

/// The part of a source that is shipped: up to its tests.
fn shipped(source: &Source) -> &str {
    source.text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The paths that a text uses, in `use` lines and elsewhere: `crate::domain::goal::Goal`.
fn paths(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut found = Vec::new();
    for statement in statements(&code) {
        expand("", &statement, &mut found);
    }
    found.extend(inline(&code));
    found
}

/// The trees of the `use` lines.
fn statements(code: &str) -> Vec<String> {
    let begins = |line: &&str| {
        let line = line.trim_start();
        let line = line.strip_prefix("pub(crate) ").or(line.strip_prefix("pub ")).unwrap_or(line);
        line.starts_with("use ")
    };
    let starts = code.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    starts
        .filter(|(_, line)| begins(line))
        .map(|(start, _)| {
            let rest = &code[start..];
            let tree = rest.split_once("use ").map_or("", |(_, tree)| tree);
            let tree = tree.split(';').next().unwrap_or_default();
            tree.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// Adds every path of a tree such as `crate::{a::B, c::{d, E}}`.
fn expand(before: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim().trim_end_matches(',');
    match tree.split_once('{') {
        None => found.push(format!("{before}{}", tree.split(" as ").next().unwrap_or_default())),
        Some((prefix, rest)) => {
            let inside = rest.strip_suffix('}').unwrap_or(rest);
            for part in parts(inside) {
                expand(&format!("{before}{prefix}"), part, found);
            }
        }
    }
}

/// The parts of a list, at the commas that are in no inner braces.
fn parts(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&list[start..]);
    found.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// Paths that are written out in the code: `crate::store::open::Permission`.
fn inline(code: &str) -> Vec<String> {
    let code: String = code.lines().filter(|line| !line.contains("pub(in ")).collect();
    let path = |rest: &str| -> String {
        rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect()
    };
    code.match_indices("crate::").map(|(at, _)| path(&code[at..])).collect()
}

/// The top module of the house that a file is in: `domain` for `src/domain/goal.rs`.
fn room(path: &str) -> &str {
    let below = path.strip_prefix("src/").unwrap_or(path);
    below.split(['/', '.']).next().unwrap_or_default()
}

/// The uses of a file that its floor does not allow.
fn looks_up(source: &Source) -> Vec<String> {
    let here = room(&source.path);
    let Some(floor) = FLOORS.iter().find(|floor| floor.name == here) else {
        return vec![format!("{}: no floor has this name", source.path)];
    };
    let module = module_of(&source.path);
    let used = paths(shipped(source)).into_iter().map(|path| from_top(&path, &module));
    let used = used.filter(|path| path.starts_with("crate::"));
    let allowed = |path: &str| {
        let there = path.split("::").nth(1).unwrap_or_default();
        there == here || floor.uses.contains(&there)
    };
    used.filter(|path| !allowed(path)).map(|path| format!("{}: {path}", source.path)).collect()
}

fn house() -> Vec<Source> {
    let tops = ["src/lib.rs", "src/main.rs"];
    let is_shipped = |path: &str| !tops.contains(&path) && !path.ends_with("/tests.rs");
    files("src").into_iter().filter(|source| is_shipped(&source.path)).collect()
}

#[test]
fn no_floor_uses_one_above_it() {
    let found: Vec<String> = house().iter().flat_map(looks_up).collect();
    none(&found, "a floor uses what it may not");
}

#[test]
fn the_floors_are_in_order() {
    for (nr, floor) in FLOORS.iter().enumerate() {
        for used in floor.uses {
            let at = FLOORS.iter().position(|other| other.name == *used);
            assert!(at.is_some_and(|at| at < nr), "{} uses {used}", floor.name);
        }
    }
    let named: BTreeSet<&str> = FLOORS.iter().map(|floor| floor.name).collect();
    let there: Vec<Source> = house();
    let there: BTreeSet<&str> = there.iter().map(|source| room(&source.path)).collect();
    assert_eq!(named, there);
}

/// Whatever way an import is written, one that looks up is found on every floor.
#[test]
fn a_planted_import_is_found_on_every_floor() {
    for (nr, floor) in FLOORS.iter().enumerate() {
        for above in FLOORS.iter().skip(nr + 1).filter(|above| above.name != floor.name) {
            let name = above.name;
            for planted in [
                format!("use crate::{name}::thing::Thing;\n"),
                format!("pub use crate::{name};\n"),
                format!("use crate::{{\n    domain::goal::Goal,\n    {name}::{{a, b::C}},\n}};\n"),
                format!("fn f() {{ crate::{name}::thing(); }}\n"),
                format!("use super::super::{name}::thing::Thing;\n"),
            ] {
                let path = format!("src/{}/planted.rs", floor.name);
                let source = Source { path, text: format!("//! Planted.\n\n{planted}") };
                let found = looks_up(&source);
                assert!(
                    found.iter().any(|it| it.contains(&format!("crate::{name}"))),
                    "{planted} in {}",
                    floor.name
                );
            }
        }
    }
}

/// The file that a path leads to: that of the longest beginning of it that is a module.
fn leads_to(path: &str, modules: &BTreeMap<String, String>) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    (1..=parts.len()).rev().find_map(|length| modules.get(&parts[..length].join("::")).cloned())
}

/// A path as it is from the top of the house, in a module: `super::goal` becomes `crate::domain::goal`.
fn from_top(path: &str, module: &str) -> String {
    if let Some(rest) = path.strip_prefix("self::") {
        return format!("{module}::{rest}");
    }
    let mut rest = path;
    let mut here = module;
    while let Some(below) = rest.strip_prefix("super::") {
        rest = below;
        here = here.rsplit_once("::").map_or("crate", |(parent, _)| parent);
    }
    if rest == path { path.to_owned() } else { format!("{here}::{rest}") }
}

fn module_of(path: &str) -> String {
    let below = path.strip_prefix("src/").and_then(|it| it.strip_suffix(".rs")).unwrap_or(path);
    format!("crate::{}", below.replace('/', "::"))
}

/// Which files each file uses.
fn uses(sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let modules: BTreeMap<String, String> =
        sources.iter().map(|source| (module_of(&source.path), source.path.clone())).collect();
    let used = |source: &Source| -> BTreeSet<String> {
        let module = module_of(&source.path);
        let found = paths(shipped(source)).into_iter();
        let found = found.filter_map(|path| leads_to(&from_top(&path, &module), &modules));
        found.filter(|path| *path != source.path).collect()
    };
    sources.iter().map(|source| (source.path.clone(), used(source))).collect()
}

/// Everything that can be reached from a file.
fn reached(from: &str, uses: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let (mut reached, mut waiting) = (BTreeSet::new(), vec![from.to_owned()]);
    while let Some(path) = waiting.pop() {
        for next in uses.get(&path).into_iter().flatten() {
            if reached.insert(next.clone()) {
                waiting.push(next.clone());
            }
        }
    }
    reached
}

/// The circles: files that reach each other.
fn circles(sources: &[Source]) -> BTreeSet<BTreeSet<String>> {
    let uses = uses(sources);
    let all: BTreeMap<&String, BTreeSet<String>> =
        uses.keys().map(|path| (path, reached(path, &uses))).collect();
    let circle = |path: &String| -> BTreeSet<String> {
        let mutual = all[path].iter().filter(|other| all[*other].contains(path));
        mutual.cloned().collect()
    };
    uses.keys().map(circle).filter(|circle| circle.len() > 1).collect()
}

/// A file that only declares another does not use it, and what a file calls in a module of its own
/// is part of it.
#[test]
fn no_files_use_each_other() {
    let found: Vec<String> = circles(&house()).iter().map(|circle| format!("{circle:?}")).collect();
    none(&found, "files use each other");
}

#[test]
fn a_planted_circle_is_found() {
    let planted = |path: &str, uses: &str| Source {
        path: format!("src/{path}.rs"),
        text: format!("//! Planted.\n\n{uses}\n"),
    };
    let sources = [
        planted("store/one", "use super::two::Two;"),
        planted("store/two", "fn f() { crate::store::three::f(); }"),
        planted("store/three", "use crate::store::{\n    four::Four,\n    one::One,\n};"),
        planted("store/four", "use std::fmt;"),
    ];
    let paths = ["one", "two", "three"].map(|name| format!("src/store/{name}.rs"));
    assert_eq!(circles(&sources), BTreeSet::from([BTreeSet::from(paths)]));
}
