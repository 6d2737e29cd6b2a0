//! What is wrong with a file or a change, said to a person: what is safe comes first.

use super::{Words, capital, messages};
use crate::domain::delta::Refusal;
use crate::domain::goal::{MOST_LONG, MOST_SHORT};
use crate::sanitize;
use crate::store::document::{BrokenFile, Fault};
use crate::store::key::NOT_OURS;
use crate::store::migration::VERSION;

messages! {
    not_text => "hier staan bytes die geen tekst zijn (geen UTF-8)",
        "these bytes are not text (not UTF-8)";
    no_checksum => "de laatste regel is geen controlegetal; het bestand is afgebroken of buiten kring om veranderd",
        "the last line is no checksum; the file was cut off, or changed outside kring";
    wrong_checksum => "het controlegetal klopt niet; het bestand is buiten kring om veranderd, of beschadigd",
        "the checksum does not match; the file was changed outside kring, or damaged";
    torn_record => "vanaf hier is wat je typte beschadigd of afgebroken; alles ervoor is goed",
        "from here on what was typed is damaged or cut off; everything before it is good";
    not_there => "dit bestand is er niet", "this file is not there";
    may_not_read => "je mag dit bestand niet lezen", "you may not read this file";
    sealed_otherwise => "dit bestand is beschadigd, of hoort bij een ander wachtwoord",
        "this file is damaged, or belongs to another passphrase";
    /// The fault of text from the fallback folder that no longer fits the data folder.
    typed_elsewhere => "dit typte je toen de map niet antwoordde; intussen ging iemand anders in de groep verder",
        "this was typed while the folder did not answer; meanwhile somebody else went on in the group";
}

/// What RON expects where it stopped, when that is one sign.
fn expected_sign(error: &ron::Error) -> Option<&'static str> {
    use ron::Error as E;
    Some(match error {
        E::ExpectedComma => ",",
        E::ExpectedArray => "[",
        E::ExpectedArrayEnd => "]",
        E::ExpectedMap => "{",
        E::ExpectedMapColon => ":",
        E::ExpectedMapEnd => "}",
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => "(",
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => ")",
        _ => return None,
    })
}

/// A capital first and a full stop last.
fn as_sentence(text: &str) -> String {
    format!("{}.", capital(text))
}

/// What kind of value was found, without the value: it may be what somebody wrote.
fn kind_of_value(found: &str) -> &str {
    let end = found.find(['"', '`', '\'', '[', '(']).unwrap_or(found.len());
    found.get(..end).unwrap_or(found).trim_end()
}

impl Words {
    /// For a terminal: `path:line:column: sentence`.
    #[must_use]
    pub fn located(self, broken: &BrokenFile) -> String {
        let path = broken.path.display().to_string();
        let path = sanitize::line(&path);
        format!("{path}:{}:{}: {}", broken.line, broken.column, self.broken(broken))
    }

    /// For a row of the screen: the name of the file, the line and the sentence.
    #[must_use]
    pub fn broken_here(self, broken: &BrokenFile) -> String {
        let name = broken.path.file_name().unwrap_or_default().to_string_lossy();
        let (name, line) = (sanitize::line(&name), broken.line);
        let sentence = self.broken(broken);
        self.pick(
            format!("{name}, regel {line}: {sentence}"),
            format!("{name}, line {line}: {sentence}"),
        )
    }

    /// What is wrong with a file, in a sentence without its path.
    #[must_use]
    pub fn broken(self, broken: &BrokenFile) -> String {
        let sentence = match &broken.fault {
            Fault::Unreadable(reason) => self.unreadable(reason),
            Fault::NotText => self.not_text().to_owned(),
            Fault::NoChecksum => self.no_checksum().to_owned(),
            Fault::WrongChecksum => self.wrong_checksum().to_owned(),
            Fault::Newer(version) => self.newer(*version),
            Fault::Older(version) => self.older(*version),
            Fault::Syntax(error) => self.syntax(error),
            Fault::Record => self.torn_record().to_owned(),
            Fault::Elsewhere => self.typed_elsewhere().to_owned(),
            Fault::Second(original) => self.second_of(*original),
        };
        as_sentence(&sanitize::line(&sentence))
    }

    /// Why a file cannot be read, from the message of the operating system.
    pub(super) fn unreadable(self, reason: &str) -> String {
        if reason == NOT_OURS {
            return self.sealed_otherwise().to_owned();
        }
        if reason.ends_with("(os error 2)") || reason == "entity not found" {
            return self.not_there().to_owned();
        }
        if reason.ends_with("(os error 13)") {
            return self.may_not_read().to_owned();
        }
        self.pick(
            format!("dit bestand is niet te lezen: {reason}"),
            format!("this file cannot be read: {reason}"),
        )
    }

    fn newer(self, version: u32) -> String {
        self.pick(
            format!(
                "dit bestand is van een nieuwere versie van kring ({version}; deze leest tot en met {VERSION})"
            ),
            format!(
                "this file is of a newer kring (version {version}; this kring reads up to {VERSION})"
            ),
        )
    }

    fn older(self, version: u32) -> String {
        self.pick(
            format!(
                "dit bestand is van een oudere kring (versie {version}), die deze versie niet meer leest"
            ),
            format!(
                "this file is of an older kring (version {version}), which this kring no longer reads"
            ),
        )
    }

    fn syntax(self, error: &ron::Error) -> String {
        if let Some(sign) = expected_sign(error) {
            return self
                .pick(format!("hier hoort een {sign} te staan"), format!("expected {sign} here"));
        }
        if let Some(thing) = self.expected_thing(error) {
            return self
                .pick(format!("hier hoort {thing} te staan"), format!("expected {thing} here"));
        }
        self.misplaced(error)
            .or_else(|| self.wrong_field(error))
            .unwrap_or_else(|| self.not_understood(error))
    }

    /// What RON expects where it stopped, if that is a kind of value.
    fn expected_thing(self, error: &ron::Error) -> Option<&'static str> {
        use ron::Error as E;
        Some(match error {
            E::ExpectedString => self.pick("tekst tussen \"\"", "text between \"\""),
            E::ExpectedStringEnd => self.pick("een afsluitende \"", "a closing \""),
            E::ExpectedInteger => self.pick("een heel getal", "a whole number"),
            E::ExpectedFloat => self.pick("een getal", "a number"),
            E::ExpectedBoolean => self.pick("true of false", "true or false"),
            E::ExpectedOption => self.pick("Some(...) of None", "Some(...) or None"),
            E::ExpectedIdentifier => self.pick("een naam", "a name"),
            E::ExpectedUnit => "()",
            E::ExpectedChar => self.pick("een teken tussen ''", "a character between ''"),
            _ => return None,
        })
    }

    /// Something is in the wrong place, or the file ends too soon.
    fn misplaced(self, error: &ron::Error) -> Option<String> {
        use ron::Error as E;
        let said = match error {
            E::Eof => self.pick("het bestand houdt te vroeg op", "the file ends too soon"),
            E::TrailingCharacters => {
                self.pick("na het einde staat nog iets", "something stands after the end")
            }
            E::UnclosedBlockComment => {
                self.pick("een opmerking is niet afgesloten", "a comment is not closed")
            }
            E::IntegerOutOfBounds => {
                self.pick("dit getal past hier niet", "this number does not fit here")
            }
            E::ExceededRecursionLimit => {
                self.pick("er staat te veel in elkaar", "too many things stand inside one another")
            }
            E::UnexpectedChar(c) => {
                let (nl, en) = (
                    format!("het teken {c} hoort hier niet"),
                    format!("the sign {c} does not belong here"),
                );
                return Some(self.pick(nl, en));
            }
            E::ExpectedDifferentStructName { expected, found } => {
                return Some(self.instead(expected, found));
            }
            E::InvalidValueForType { expected, found } => {
                return Some(self.instead(expected, kind_of_value(found)));
            }
            _ => return None,
        };
        Some(said.to_owned())
    }

    fn instead(self, expected: &str, found: &str) -> String {
        self.pick(
            format!("hier hoort {expected} te staan, en er staat {found}"),
            format!("expected {expected} here, and found {found}"),
        )
    }

    /// A field or variant that is unknown, present twice, or missing.
    fn wrong_field(self, error: &ron::Error) -> Option<String> {
        use ron::Error as E;
        Some(match error {
            E::MissingStructField { field, .. } => self.pick(
                format!("het veld {field} ontbreekt"),
                format!("the field {field} is missing"),
            ),
            E::DuplicateStructField { field, .. } => self.pick(
                format!("het veld {field} staat er twee keer"),
                format!("the field {field} is there twice"),
            ),
            E::NoSuchStructField { expected, found, .. } => {
                let fields = expected.join(", ");
                self.pick(
                    format!("het veld {found} bestaat hier niet; wel: {fields}"),
                    format!("there is no field {found} here; there are: {fields}"),
                )
            }
            E::NoSuchEnumVariant { expected, found, .. } => {
                let choices = expected.join(", ");
                self.pick(
                    format!("hier kan geen {found} staan; wel: {choices}"),
                    format!("there is no choice {found} here; there are: {choices}"),
                )
            }
            _ => return None,
        })
    }

    /// Any other error, in RON's own words.
    pub(super) fn not_understood(self, error: &ron::Error) -> String {
        match error {
            ron::Error::Message(reason) => self.pick(
                format!("deze waarde past hier niet: {reason}"),
                format!("this value does not fit here: {reason}"),
            ),
            other => self.pick(
                format!("kring begrijpt dit niet: {other}"),
                format!("kring does not understand this: {other}"),
            ),
        }
    }

    /// Why a change was not made.
    #[must_use]
    pub fn refusal(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::TooManyShort => self.too_many(MOST_SHORT, "korte", "short"),
            Refusal::TooManyLong => self.too_many(MOST_LONG, "lange", "long"),
            Refusal::Finished => self
                .pick(
                    "De bijeenkomst is afgerond. Kies in het nagesprek: iets aanpassen.",
                    "The meeting is closed. Choose in the talk afterwards: change something.",
                )
                .to_owned(),
            Refusal::Stale | Refusal::Missing | Refusal::Taken => self
                .pick(
                    "Hier is intussen iets veranderd. Kijk nog eens, en doe het dan opnieuw.",
                    "Something has changed here. Look again, and then do it once more.",
                )
                .to_owned(),
        }
    }

    fn too_many(self, most: usize, dutch: &str, english: &str) -> String {
        self.pick(
            format!(
                "Een groep werkt aan hooguit {most} doelen voor de {dutch} termijn. Rond er eerst één af, of laat er één los."
            ),
            format!(
                "A group works on {most} {english}-term goals at most. Reach one first, or let one go."
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::language::Language;
    use crate::store::document::{GroupFile, decode, with_checksum};

    const DUTCH: Words = Words(Language::Dutch);
    const ENGLISH: Words = Words(Language::English);

    fn of(text: &str) -> BrokenFile {
        decode::<GroupFile>(Path::new("group.ron"), text.as_bytes()).unwrap_err()
    }

    #[test]
    fn what_stands_in_a_file_is_not_quoted() {
        for value in
            ["\"Noor wil weg\"", "'N'", "[\"Noor\"]", "Some(\"Noor\")", "\"Noor", "r#\"Noor\"#"]
        {
            for place in [
                "kring: ",
                "kring: 2, saved: ",
                "kring: 2, group: ",
                "kring: 2, group: Group(meetings: [Held(id: ",
            ] {
                let broken = of(&format!("GroupFile({place}{value})"));
                for words in [DUTCH, ENGLISH] {
                    let said = words.broken(&broken);
                    assert!(!said.contains("Noor") && !said.contains("N`"), "{said}");
                }
            }
        }
    }

    #[test]
    fn a_mistake_in_a_file_is_said_in_both_languages() {
        for (text, dutch, english) in [
            ("GroupFile(kring: 2 x", "Hier hoort een , te staan.", "Expected , here."),
            (
                "GroupFile(kring: 2, sequence: 1, saved: \"x\")",
                "Deze waarde past hier niet",
                "This value does not fit here",
            ),
            (
                "GroupFile(kring: 2)",
                "Het veld sequence ontbreekt.",
                "The field sequence is missing.",
            ),
            (
                "GroupFile(kring: 2, kleur: 3)",
                "Het veld kleur bestaat hier niet; wel: kring, sequence, saved, group",
                "There is no field kleur here",
            ),
            (
                "GroupFile(kring: \"1\")",
                "Hier hoort een heel getal te staan.",
                "Expected a whole number here.",
            ),
            ("GroupFile(kring: 7)", "nieuwere versie van kring (7", "newer kring (version 7"),
            (
                "GroupFile(kring: 2, a: [",
                "Het bestand houdt te vroeg op.",
                "The file ends too soon.",
            ),
            ("", "Het bestand houdt te vroeg op.", "The file ends too soon."),
        ] {
            let broken = of(text);
            assert!(DUTCH.broken(&broken).contains(dutch), "{}", DUTCH.broken(&broken));
            assert!(ENGLISH.broken(&broken).contains(english), "{}", ENGLISH.broken(&broken));
        }
    }

    #[test]
    fn a_path_cannot_steer_the_terminal() {
        let broken = BrokenFile::whole(Path::new("a\u{1b}[2J\u{202e}/group.ron"), Fault::NotText);
        let said = DUTCH.located(&broken);
        assert!(said.starts_with("a·[2J·/group.ron:1:1: Hier"), "{said}");
        let doubtful = with_checksum("GroupFile()".to_owned());
        assert!(!DUTCH.located(&of(&String::from_utf8(doubtful).unwrap())).contains('\n'));
    }

    #[test]
    fn the_limits_of_the_method_are_said_with_their_number() {
        let short = "Een groep werkt aan hooguit 3 doelen voor de korte termijn. Rond er eerst één af, of laat er één los.";
        assert_eq!(DUTCH.refusal(&Refusal::TooManyShort), short);
        assert!(ENGLISH.refusal(&Refusal::TooManyLong).contains("2 long-term goals"));
    }
}
