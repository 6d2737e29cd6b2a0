//! What is said about typing and pasting, in notes, fields and forms.

use super::{Words, messages};

messages! {
    note_is_empty => "Typ hier wat de groep wil bewaren. Niets typen mag ook. Een regel met ! is een afspraak, met = een besluit. Met @ en Tab vul je een naam in.",
        "Type here what the group wants to keep. Typing nothing is fine too. A line with ! is an agreement, with = a decision. @ and Tab fill in a name.";
    no_typing_here => "Hier kun je niet typen. Enter kiest, Tab gaat verder.",
        "You cannot type here. Enter chooses, Tab goes on.";
    needs_words => "Typ eerst iets, of druk op Esc.", "Type something first, or press Esc.";
    /// Shown after a form was closed half-way.
    set_aside => "Wat je typte is bewaard. Open je dit weer, dan ga je verder.",
        "What you typed is saved. Open this again to go on.";
    paste_cleaned => "Geplakt. Onzichtbare tekens zijn weggelaten.",
        "Pasted. Invisible characters were left out.";
}

impl Words {
    /// A name after `@` is not in the group.
    #[must_use]
    pub fn unknown_mention(self, typed: &str) -> String {
        self.pick(
            format!("\"{typed}\" ken ik niet. Shift+Tab gaat naar wat erbij hoort."),
            format!("I do not know \"{typed}\". Shift+Tab goes to what belongs to it."),
        )
    }

    /// In the list of what is still open, when the meeting closes.
    #[must_use]
    pub fn left_half_way(self, question: &str, item: Option<usize>, typed: &str) -> String {
        let at = match item {
            Some(nr) => self.pick(format!("bij punt {nr}"), format!("at item {nr}")),
            None => self.pick("bij Wie is er", "at Who is there").to_owned(),
        };
        self.pick(
            format!("{at}: \"{question}\" is niet af ({typed})"),
            format!("{at}: \"{question}\" is not finished ({typed})"),
        )
    }
}
