//! Whether Markdown that holds somebody's text means nothing but that text.

/// What a line is when it is read as Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    Heading,
    Entry,
    Words,
    /// Something kring does not write: code, a quotation, a table, HTML, a rule, another list.
    Foreign,
}

/// Evil minutes have the lines of tame ones, and nothing in them is a link, a picture or HTML.
pub(crate) fn assert_inert(evil: &str, tame: &str) {
    for paragraph in evil.split("\n\n") {
        assert_no_link(paragraph);
        assert_no_html(paragraph);
    }
    let kinds = |text: &str| text.lines().map(kind).collect::<Vec<_>>();
    for (nr, (there, expected)) in kinds(evil).into_iter().zip(kinds(tame)).enumerate() {
        let line = |text: &str| text.lines().nth(nr).unwrap_or_default().to_owned();
        assert_ne!(there, Kind::Foreign, "{}", line(evil));
        assert_eq!(there, expected, "{:?} is not what {:?} is", line(evil), line(tame));
    }
    assert_eq!(evil.lines().count(), tame.lines().count());
}

fn kind(line: &str) -> Kind {
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let only = |signs: &str| words.chars().all(|c| signs.contains(c) || c == ' ');
    match words.chars().next() {
        None => Kind::Blank,
        Some(_) if indent >= 4 => Kind::Foreign,
        Some('#') if words.trim_start_matches('#').starts_with(' ') => Kind::Heading,
        Some('-') if words.starts_with("- ") => Kind::Entry,
        Some('>' | '`' | '<') => Kind::Foreign,
        Some('-' | '=' | '|' | ':') if only("-=|:") => Kind::Foreign,
        Some('+' | '*') if words.get(1..2) == Some(" ") => Kind::Foreign,
        Some('~') if words.starts_with("~~~") => Kind::Foreign,
        Some('0'..='9') if is_numbered(words) => Kind::Foreign,
        Some(_) => Kind::Words,
    }
}

fn is_numbered(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.starts_with(". ") || rest.starts_with(") ") || rest == "." || rest == ")"
}

fn assert_no_link(paragraph: &str) {
    let ends = ["](", "][", "]:"].iter().any(|end| paragraph.contains(end));
    assert!(!ends || bare(paragraph, '[').next().is_none(), "a link in {paragraph:?}");
}

fn assert_no_html(paragraph: &str) {
    for rest in bare(paragraph, '<') {
        let begins = rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        assert!(!begins, "HTML in {paragraph:?}");
    }
}

/// What stands behind each of these signs that is not escaped.
fn bare(text: &str, sign: char) -> impl Iterator<Item = &str> {
    let escaped = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
    };
    text.match_indices(sign)
        .filter(move |(at, _)| !escaped(*at))
        .map(|(at, found)| text.get(at + found.len()..).unwrap_or_default())
}

#[test]
fn what_means_something_is_found() {
    for (line, expected) in [
        ("# kop", Kind::Heading),
        ("\\# kop", Kind::Words),
        ("#kop", Kind::Words),
        ("- punt", Kind::Entry),
        ("  verder", Kind::Words),
        ("3. drie", Kind::Foreign),
        ("3\\. drie", Kind::Words),
        ("---", Kind::Foreign),
        ("    code", Kind::Foreign),
        ("", Kind::Blank),
    ] {
        assert_eq!(kind(line), expected, "{line}");
    }
    assert_eq!(bare("\\<b <c", '<').collect::<Vec<_>>(), ["c"]);
    let caught = std::panic::catch_unwind(|| assert_no_link("[y\n](javascript:2)"));
    assert!(caught.is_err(), "a link over two lines");
}
