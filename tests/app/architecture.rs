//! The rules of the house that no compiler holds: what may stand where.

mod floors;

use std::path::{Path, PathBuf};

use kring::store::files::{Disk, Files};

/// The most lines of a file in the source.
const MOST_LINES: usize = 450;

/// A file, by its path below the root of the project.
struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for path in Disk.list(folder).unwrap().into_iter().map(|name| folder.join(name)) {
        if path.is_dir() {
            collect(&path, found);
        } else {
            let below = path.strip_prefix(root()).unwrap();
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let text = String::from_utf8(Disk.read(&path).unwrap()).unwrap();
            found.push(Source { path: parts.join("/"), text });
        }
    }
}

/// Every file below a folder of the project.
fn files(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

impl Source {
    /// Whether it is the module `room` of the source or lies in it.
    fn is_in(&self, room: &str) -> bool {
        self.path == format!("src/{room}.rs") || self.path.starts_with(&format!("src/{room}/"))
    }

    /// Its lines with their numbers, without those that are comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where in its code any of the words stands.
    fn mentions(&self, words: &[&str]) -> Vec<String> {
        let has = |line: &str| words.iter().any(|word| line.contains(word));
        let found = self.code().filter(|(_, line)| has(line));
        found.map(|(nr, line)| format!("{}:{nr}: {}", self.path, line.trim())).collect()
    }

    /// Its string literals that are shipped, with the line on which each begins.
    fn literals(&self) -> Vec<Literal> {
        let mut reader = Reader { rest: &self.text, line: 1, before: "", found: Vec::new() };
        while reader.step() {}
        reader.found
    }
}

/// A string literal.
struct Literal {
    line: usize,
    text: String,
    /// What stands before it on its line.
    before: String,
}

/// Reads just enough Rust, or RON, to tell a string from a comment or a character.
struct Reader<'a> {
    rest: &'a str,
    line: usize,
    before: &'a str,
    found: Vec<Literal>,
}

impl<'a> Reader<'a> {
    /// Reads on past one thing; false at the end, or where the tests begin.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        if self.rest.starts_with("#[cfg(test)]") {
            return false;
        }
        let length = match first {
            '/' if self.rest.starts_with("//") => self.up_to("\n"),
            'r' if self.rest.starts_with("r\"") || self.rest.starts_with("r#") => self.raw(),
            '"' => self.string(),
            '\'' => self.character(),
            letter => letter.len_utf8(),
        };
        self.pass(length);
        true
    }

    fn pass(&mut self, length: usize) {
        let (passed, rest) = self.rest.split_at(length);
        self.line += passed.matches('\n').count();
        if let Some(at) = passed.rfind('\n') {
            let line = &passed[at + 1..];
            self.before = if line.is_empty() { rest.split('\n').next().unwrap() } else { line };
        }
        self.rest = rest;
    }

    fn up_to(&self, end: &str) -> usize {
        self.rest.find(end).unwrap_or(self.rest.len())
    }

    fn keep(&mut self, text: &str) {
        let before = self.before.to_owned();
        self.found.push(Literal { line: self.line, text: text.to_owned(), before });
    }

    fn raw(&mut self) -> usize {
        let hashes: String = self.rest[1..].chars().take_while(|c| *c == '#').collect();
        let start = 1 + hashes.len();
        if !self.rest[start..].starts_with('"') {
            return start;
        }
        let inside = &self.rest[start + 1..];
        let end = format!("\"{hashes}");
        let length = inside.find(&end).unwrap_or(inside.len());
        self.keep(&inside[..length]);
        (start + 1 + length + end.len()).min(self.rest.len())
    }

    fn string(&mut self) -> usize {
        let mut escaped = false;
        let inside: &'a str = &self.rest[1..];
        for (at, letter) in inside.char_indices() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => {
                    self.keep(&inside[..at]);
                    return at + 2;
                }
                _ => {}
            }
        }
        self.rest.len()
    }

    /// A character between quotes, or only the quote of a lifetime.
    fn character(&self) -> usize {
        let mut letters = self.rest.char_indices().skip(1);
        match letters.next() {
            Some((_, '\\')) => 3 + self.rest[3..].find('\'').unwrap_or(0),
            Some((at, letter)) if self.rest[at + letter.len_utf8()..].starts_with('\'') => {
                at + letter.len_utf8() + 1
            }
            _ => 1,
        }
    }
}

fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn everything_below_the_session_knows_no_terminal_no_files_and_no_clock() {
    const PURE: [&str; 6] = ["domain", "view", "deeds", "export", "content", "language"];
    const OUTSIDE: [&str; 14] = [
        "ratatui",
        "crossterm",
        "tui_textarea",
        "std::fs",
        "std::io",
        "std::env",
        "std::thread",
        "chrono::Local",
        "chrono::Utc",
        "Local::now",
        "Utc::now",
        "std::time::Instant",
        "SystemTime",
        "crate::store",
    ];
    let found: Vec<String> = files("src")
        .iter()
        .filter(|source| PURE.iter().any(|room| source.is_in(room)))
        .flat_map(|source| source.mentions(&OUTSIDE))
        .collect();
    none(&found, "these floors are pure");
}

#[test]
fn only_the_store_touches_files() {
    let found: Vec<String> = files("src")
        .iter()
        .filter(|source| !source.is_in("store"))
        .flat_map(|source| source.mentions(&["std::fs", "fs::File", "OpenOptions"]))
        .collect();
    none(&found, "files go through store::files::Files");
}

#[test]
fn every_room_is_named_after_what_is_in_it() {
    let vague = ["utils", "util", "common", "helpers", "helper", "misc", "mod"];
    let found: Vec<String> = files("src")
        .into_iter()
        .map(|source| source.path)
        .filter(|path| path.split(['/', '.']).any(|part| vague.contains(&part)))
        .collect();
    none(&found, "a name that says nothing");
}

#[test]
fn no_file_is_too_long_to_read() {
    let long: Vec<String> = files("src")
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(source, lines)| format!("{}: {lines}", source.path))
        .collect();
    none(&long, "more lines than 450");
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<String> = files("src")
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    none(&silent, "no sentence at the top");
}

#[test]
fn nothing_is_left_for_later() {
    let found: Vec<String> = files("src")
        .iter()
        .flat_map(|source| source.mentions(&["todo!", "unimplemented!", "dbg!", "TODO", "FIXME"]))
        .collect();
    none(&found, "left for later");
}

/// Consoles of Windows have no sign for these in their code pages, and show a box.
#[test]
fn texts_have_only_signs_that_every_console_shows() {
    let absent =
        ['…', '–', '—', '‘', '’', '‚', '“', '”', '„', '€', '•', '→', '←', '↑', '↓', '✓', 'ĳ'];
    let found: Vec<String> = shipped("src")
        .chain(shipped("data"))
        .flat_map(|source| {
            let bad = |literal: &Literal| literal.text.contains(absent);
            let literals = source.literals().into_iter().filter(bad);
            literals.map(move |one| format!("{}:{}: {}", source.path, one.line, one.text))
        })
        .collect();
    none(&found, "a sign that is not in code pages 437 and 850");
}

/// The files whose strings are shipped.
fn shipped(folder: &str) -> impl Iterator<Item = Source> {
    files(folder).into_iter().filter(|source| !source.path.ends_with("/tests.rs"))
}

/// Whether a literal is a sentence for somebody: two words or more, of two letters or more.
fn is_spoken(literal: &Literal) -> bool {
    let words = literal.text.split(|c: char| c.is_whitespace());
    let plain = |word: &&str| {
        let word = if word.contains('{') { "" } else { word };
        let letters = word.trim_matches(|c: char| c.is_ascii_punctuation());
        letters.chars().count() > 1 && letters.chars().all(char::is_alphabetic)
    };
    let for_developers = [
        "reason =",
        "#[error(",
        "panic!(",
        "eyre!(",
        "Report::msg(",
        "assert",
        "expect(",
        "unreachable!(",
    ];
    words.filter(plain).count() > 1
        && !for_developers.iter().any(|sign| literal.before.contains(sign))
}

#[test]
fn sentences_stand_with_the_words_of_both_languages() {
    let rooms =
        ["app", "screens", "session", "deeds", "view", "widgets", "export", "theme", "sanitize"];
    let found: Vec<String> = shipped("src")
        .filter(|source| rooms.iter().any(|room| source.is_in(room)))
        .flat_map(|source| {
            let spoken = source.literals().into_iter().filter(is_spoken);
            spoken.map(move |one| format!("{}:{}: {}", source.path, one.line, one.text))
        })
        .collect();
    none(&found, "a sentence outside src/words");
}

/// A name of the source in a sentence, as a renaming that went too far leaves it.
#[test]
fn no_sentence_has_a_name_of_the_source() {
    let is_name = |word: &&str| {
        let small_then_capital =
            |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
        word.as_bytes().windows(2).any(small_then_capital) && *word != "PgUp" && *word != "PgDn"
    };
    let found: Vec<String> = shipped("src/words")
        .flat_map(|source| {
            let literals = source.literals();
            let places = literals.into_iter().filter_map(move |one| {
                let text = one.text.replace("\\n", " ");
                let outside = |part: &str| part.split('}').next_back().unwrap_or("").to_owned();
                let said: String = text.split('{').map(outside).collect();
                let name = said.split(|c: char| !c.is_alphanumeric()).find(is_name)?;
                Some(format!("{}:{}: {name}", source.path, one.line))
            });
            places.collect::<Vec<_>>()
        })
        .collect();
    none(&found, "a name of the source in a sentence");
}

/// The reader that the rules above stand on sees what it should.
#[test]
fn literals_are_told_from_comments_and_characters() {
    let text = "let a = \"één \\\" keer\"; // \"niet\"\nlet b: &'static str = r#\"rauw \"# ; '\"' \
                '\\'' \"twee\"\n#[cfg(test)] \"proef\"";
    let source = Source { path: String::new(), text: text.to_owned() };
    let found: Vec<(usize, String)> =
        source.literals().into_iter().map(|one| (one.line, one.text)).collect();
    let expected = [(1, "één \\\" keer"), (2, "rauw "), (2, "twee")];
    assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
}
