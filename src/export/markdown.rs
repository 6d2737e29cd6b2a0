//! A page as Markdown. What somebody typed is escaped only where it would mean something else,
//! so that nearly all of it stands there as it was typed.

use super::page::{Block, ListEntry};
use crate::sanitize;

/// What ends a line within a paragraph.
const BREAK: &str = "  \n";

/// One block, without the empty line after it.
pub(super) fn block(block: &Block) -> String {
    match block {
        Block::Title(text) => heading("#", text),
        Block::Heading(text) => heading("##", text),
        Block::Subheading(text) => heading("###", text),
        Block::Mark(text) => format!("**{}**", within(text, Paragraph::of([text.as_str()]))),
        Block::Facts(facts) => {
            let paragraph = Paragraph::of(facts.iter().map(|(_, value)| value.as_str()));
            let fact = |(label, value): &(&str, String)| {
                format!("**{label}:** {}", within(value, paragraph))
            };
            joined(facts.iter().map(fact))
        }
        Block::Lines(lines) => {
            let paragraph = Paragraph::of(lines.iter().map(String::as_str));
            joined(lines.iter().map(|line| opening(line, paragraph)))
        }
        Block::List(entries) => entries.iter().map(entry).collect::<Vec<_>>().join("\n"),
    }
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join(BREAK)
}

fn heading(marks: &str, text: &str) -> String {
    // Signs at the end of a heading would be taken for its closing.
    format!("{marks} {}", within(text, Paragraph::of([text])).replace('#', "\\#"))
}

fn entry(entry: &ListEntry) -> String {
    let paragraph = Paragraph::of([entry.text.as_str(), &entry.detail]);
    let text = opening(&entry.text, paragraph);
    if entry.detail.is_empty() {
        format!("- {text}")
    } else {
        format!("- {text}{BREAK}  {}", within(&entry.detail, paragraph))
    }
}

/// What a text depends on of the whole paragraph that it stands in.
#[derive(Clone, Copy, Debug, Default)]
struct Paragraph {
    /// How often each of [`PAIRED`] is in it, up to two.
    signs: [usize; PAIRED.len()],
    /// Whether something in it could end a link, which may go on over its lines.
    linked: bool,
}

/// Signs that work in pairs and do nothing alone.
const PAIRED: [char; 4] = ['*', '_', '~', '`'];

impl Paragraph {
    fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut paragraph = Self::default();
        let mut last = None;
        for c in texts.into_iter().flat_map(str::chars) {
            if let Some(nr) = PAIRED.iter().position(|sign| *sign == c) {
                paragraph.signs[nr] = (paragraph.signs[nr] + 1).min(2);
            }
            paragraph.linked |= last == Some(']') && matches!(c, '(' | '[' | ':');
            last = Some(c);
        }
        paragraph
    }

    /// Whether a sign stands alone in it.
    fn has_one(self, c: char) -> bool {
        PAIRED.iter().zip(self.signs).any(|(sign, times)| *sign == c && times < 2)
    }
}

/// A text that stands behind something else on its line.
fn within(text: &str, paragraph: Paragraph) -> String {
    escaped(&sanitize::line(text), None, paragraph)
}

/// A text that begins a line.
fn opening(text: &str, paragraph: Paragraph) -> String {
    let text = sanitize::line(text);
    let text = text.trim_start();
    escaped(text, block_sign(text), paragraph)
}

fn escaped(text: &str, sign: Option<usize>, paragraph: Paragraph) -> String {
    let mut written = String::with_capacity(text.len());
    let mut left = None;
    for (at, c) in text.char_indices() {
        let right = text.get(at + c.len_utf8()..).unwrap_or("");
        let link = c == '[' && paragraph.linked;
        if sign == Some(at) || link || (!paragraph.has_one(c) && means_something(left, c, right)) {
            written.push('\\');
        }
        written.push(c);
        left = Some(c);
    }
    written
}

/// Whether a character would not be shown as itself where it stands within a line.
fn means_something(left: Option<char>, c: char, right: &str) -> bool {
    let next = right.chars().next();
    let space = |side: Option<char>| side.is_none_or(char::is_whitespace);
    let letter = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    match c {
        '`' => true,
        '*' | '~' => !(space(left) && space(next)),
        '_' => !(space(left) && space(next) || letter(left) && letter(next)),
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
        '&' => begins_entity(right),
        _ => false,
    }
}

/// The length of the longest name, with its semicolon: `CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 32;

fn begins_entity(right: &str) -> bool {
    let end = right.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
    let name = end.and_then(|end| right.get(..end));
    name.is_some_and(|name| {
        let name = name.strip_prefix('#').unwrap_or(name);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// Where the sign stands that would make a list, a heading, a quotation or a rule of a line.
fn block_sign(line: &str) -> Option<usize> {
    let only = |signs: &str| line.chars().all(|c| signs.contains(c) || c.is_whitespace());
    let ends_after = |at: usize| {
        line.get(at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let meant = match line.chars().next()? {
        '>' => true,
        '#' => {
            let marks = line.len() - line.trim_start_matches('#').len();
            marks <= 6 && ends_after(marks)
        }
        '-' => ends_after(1) || only("-|:"),
        '+' => ends_after(1),
        '=' => only("="),
        '*' | '_' => ends_after(1) || only("*_"),
        '|' | ':' => only("-|:"),
        '[' => ["[ ]", "[x]", "[X]"].iter().any(|tick| line.starts_with(tick)),
        '0'..='9' => return numbered(line),
        _ => false,
    };
    meant.then_some(0)
}

/// Where the point stands of a line that begins as a numbered list.
fn numbered(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = line.len() - rest.len();
    let after = rest.strip_prefix(['.', ')'])?;
    let ends = after.is_empty() || after.starts_with(char::is_whitespace);
    (at <= 9 && ends).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> String {
        block(&Block::Lines(text.lines().map(str::to_owned).collect()))
    }

    #[test]
    fn words_stand_as_they_were_typed() {
        for text in [
            "Sanne wandelt maandag mee @Sanne @Kort 1 2 maart",
            "Piet zei: \"dat is toch zo?\" (en hij lachte) <3 10 < 12 & meer",
            "3.5 km, 50% - 60%, 2 * 3 = 6, naam_van_bestand, ~20 minuten",
            "#hersteld -nee +31 6 1234 | C:\\map\\x",
            "[Noor] wil dit zo",
            "1.5 liter, en de foto`s",
            "*let op: l'été, één, naïef",
        ] {
            assert_eq!(lines(text), text);
        }
    }

    #[test]
    fn what_would_mean_something_else_is_escaped() {
        for (typed, written) in [
            ("# kop", "\\# kop"),
            ("> citaat", "\\> citaat"),
            ("- punt", "\\- punt"),
            ("+ punt", "\\+ punt"),
            ("* punt", "\\* punt"),
            ("12. punt", "12\\. punt"),
            ("3) punt", "3\\) punt"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("| - | - |", "\\| - | - |"),
            ("[ ] melk", "\\[ ] melk"),
            ("*heel* _erg_", "\\*heel\\* \\_erg\\_"),
            ("`code`", "\\`code\\`"),
            ("~~weg~~", "\\~\\~weg\\~\\~"),
            ("<b>vet</b>", "\\<b>vet\\</b>"),
            ("a&lt;b", "a\\&lt;b"),
            ("[hier](https://x.nl)", "\\[hier](https://x.nl)"),
            ("einde\\", "einde\\\\"),
            ("\\*", "\\\\*"),
        ] {
            assert_eq!(lines(typed), written, "{typed}");
        }
    }

    #[test]
    fn signs_that_work_in_pairs_are_seen_across_lines() {
        assert_eq!(lines("foto`s\nauto`s"), "foto\\`s  \nauto\\`s");
        assert_eq!(lines("[hier\n](https://x.nl)"), "\\[hier  \n](https://x.nl)");
        assert_eq!(lines("zie [a\n]: x"), "zie \\[a  \n]: x");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("een\ntwee"), "een  \ntwee");
        assert_eq!(block(&Block::Title("Groep #".to_owned())), "# Groep \\#");
    }

    #[test]
    fn nothing_typed_steers_the_terminal() {
        assert_eq!(lines("\u{1b}[31mrood\u{202e}"), "·[31mrood·");
    }
}
