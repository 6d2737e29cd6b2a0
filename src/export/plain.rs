//! A page as plain text, wrapped by word.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use super::page::{Block, ListEntry};
use crate::sanitize;

/// How wide a page is, in columns: what a mail shows whole.
pub(super) const WIDTH: usize = 76;

/// One block, without the empty line after it.
pub(super) fn block(block: &Block) -> String {
    match block {
        Block::Title(text) => underlined(text, "="),
        Block::Heading(text) => underlined(text, "-"),
        Block::Subheading(text) | Block::Mark(text) => wrapped(text, "", ""),
        Block::Facts(facts) => {
            let fact = |(label, value): &(&str, String)| format!("{label}: {value}");
            joined(facts.iter().map(|one| wrapped(&fact(one), "", "  ")))
        }
        Block::Lines(lines) => joined(lines.iter().map(|line| wrapped(line, "", ""))),
        Block::List(entries) => joined(entries.iter().map(entry)),
    }
}

fn entry(entry: &ListEntry) -> String {
    let mut lines = wrapped(&entry.text, "- ", "  ");
    if !entry.detail.is_empty() {
        lines.push('\n');
        lines.push_str(&wrapped(&entry.detail, "  ", "  "));
    }
    lines
}

fn underlined(text: &str, with: &str) -> String {
    let text = wrapped(text, "", "");
    let widest = text.lines().map(display_width).max().unwrap_or(0);
    format!("{text}\n{}", with.repeat(widest))
}

fn joined(pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().join("\n")
}

/// A line, wrapped. A word stays whole, whatever its length, so that an address can be copied.
fn wrapped(text: &str, first: &str, next: &str) -> String {
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(next)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(&sanitize::line(text), options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_goes_on_below_itself() {
        let long = Block::List(vec![ListEntry {
            text: "woord ".repeat(20),
            detail: "Wie: Bo.".to_owned(),
        }]);
        let written = block(&long);
        assert!(written.starts_with("- woord"), "{written}");
        assert!(written.lines().skip(1).all(|line| line.starts_with("  ")), "{written}");
        assert!(written.lines().all(|line| line.chars().count() <= WIDTH), "{written}");
        assert!(written.ends_with("\n  Wie: Bo."), "{written}");
    }

    #[test]
    fn an_address_stays_in_one_piece() {
        let address = format!("https://voorbeeld.nl/{}", "a-b/".repeat(30));
        assert_eq!(block(&Block::Lines(vec![address.clone()])), address);
    }

    #[test]
    fn nothing_typed_steers_the_terminal() {
        let evil = Block::Lines(vec!["\u{1b}]0;x\u{7}rood\u{202e}".to_owned()]);
        assert_eq!(block(&evil), "·]0;x·rood·");
    }
}
