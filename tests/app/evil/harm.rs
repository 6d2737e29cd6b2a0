//! The evil string, and what makes a text harmful.

/// Formulas, HTML, escape codes in seven and eight bits, signs that turn the direction of writing or
/// that nobody sees, parts of paths, names Windows keeps, links, and lines that pretend to be others.
pub(crate) const EVIL: &str = "=cmd|'/c calc'!A1 <script>alert(1)</script> \
    \u{1b}[31m\u{1b}]0;titel\u{7} \u{9b}31m \u{202e}\u{2066}\u{200b}a\u{200d}b\u{feff}\u{e0041} \
    ../../etc/passwd CON nul [x](javascript:1) ![x](y) &lt; | a | b |\u{85}\u{2028}\r\n\
    END:VEVENT\r\nBEGIN:VALARM\n# kop\n- punt\n3. drie\n---\n[y\n](javascript:2)\n\
    [z\n]: javascript:3\n<b\nonclick=1>\n```\n    code\n| - | - |\n\u{3164}\u{34f}=1+1\n@SUM(A1)\n+1\n-1";

/// The same text with nothing evil in it: its lines, its words and their length.
pub(crate) fn tame() -> String {
    let keep = |c: char| matches!(c, ' ' | '\r' | '\n' | '=');
    EVIL.chars().map(|c| if keep(c) { c } else { 'x' }).collect()
}

/// Whether a character steers a terminal, turns the direction of writing, or is seen by nobody.
/// A joiner between letters that need it is not meant; there are none in these tests.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Nothing in a text is harmful; it may have lines.
#[track_caller]
pub(crate) fn assert_harmless(text: &str, of: &str) {
    let found = text.char_indices().find(|(_, c)| *c != '\n' && is_harmful(*c));
    if let Some((at, c)) = found {
        let before: String = text[..at].chars().rev().take(80).collect();
        let before: String = before.chars().rev().collect();
        panic!("{of} holds {c:?} after {before:?}");
    }
}
