//! What a word for somebody says of them: that a mother is family, and that "mama" and "mum" are the same
//! person.

use super::letters::{begins_with_word, same};
use super::person::PersonKind;

/// Words that mean the same person to a client, in both languages, and the kind of person they suggest.
struct Row {
    kind: Option<PersonKind>,
    words: &'static [&'static str],
}

const fn family(words: &'static [&'static str]) -> Row {
    Row { kind: Some(PersonKind::Family), words }
}

const fn professional(words: &'static [&'static str]) -> Row {
    Row { kind: Some(PersonKind::Professional), words }
}

const fn other(words: &'static [&'static str]) -> Row {
    Row { kind: None, words }
}

/// Words for family by marriage or in part end with one of these: "schoonmoeder", "grandmother".
const ROWS: [Row; 48] = [
    family(&["moeder", "mama", "mams", "mam", "ma", "mother", "mummy", "mum", "mom", "parent"]),
    family(&["vader", "papa", "paps", "pap", "pa", "father", "daddy", "dad", "parent"]),
    family(&["zusje", "zus", "sister"]),
    family(&["broertje", "broer", "brother"]),
    family(&["zoon", "son"]),
    family(&["dochter", "daughter"]),
    family(&["oma", "grootmoeder", "grandmother", "grandma", "granny", "gran"]),
    family(&["opa", "grootvader", "grandfather", "grandpa", "grandad"]),
    family(&["tante", "aunt", "auntie"]),
    family(&["oom", "uncle"]),
    family(&["neef", "cousin", "nephew"]),
    family(&["nicht", "cousin", "niece"]),
    family(&["kleinzoon", "kleinkind", "grandson", "grandchild"]),
    family(&["kleindochter", "kleinkind", "granddaughter", "grandchild"]),
    family(&["man", "echtgenoot", "husband"]),
    family(&["vrouw", "echtgenote", "wife"]),
    professional(&["regieondersteuner", "care coordinator"]),
    professional(&["psychiater", "psychiatrist"]),
    professional(&["psycholoog", "psychologist"]),
    professional(&["verpleegkundige", "nurse"]),
    professional(&["huisarts", "gp"]),
    professional(&["arts", "dokter", "doctor"]),
    professional(&["begeleider", "begeleidster", "support worker"]),
    professional(&["behandelaar", "clinician"]),
    professional(&["therapeut", "therapist"]),
    professional(&["hulpverlener"]),
    professional(&["coach"]),
    professional(&["casemanager", "case manager"]),
    professional(&["bewindvoerder", "administrator"]),
    other(&["mentor"]),
    professional(&["maatschappelijk werker", "social worker"]),
    professional(&["wijkverpleegkundige", "district nurse"]),
    other(&["buurman", "neighbour", "neighbor"]),
    other(&["buurvrouw", "neighbour", "neighbor"]),
    other(&["vriendin", "girlfriend", "friend"]),
    other(&["vriend", "boyfriend", "friend"]),
    other(&["partner"]),
    other(&["maatje", "buddy"]),
    other(&["collega", "colleague"]),
    other(&["huisgenoot", "housemate"]),
    other(&["docent", "leraar", "lerares", "teacher"]),
    other(&["werkgever", "employer"]),
    other(&["vrijwilliger", "volunteer"]),
    other(&["dominee", "vicar"]),
    other(&["pastoor", "priest"]),
    other(&["pastor"]),
    other(&["imam"]),
    Row {
        kind: Some(PersonKind::ExpertByExperience),
        words: &["ervaringsdeskundige", "expert by experience"],
    },
];

/// Words for the client, whose relation is left blank.
const CLIENT: Row = Row { kind: Some(PersonKind::Client), words: &["client"] };

/// Beginnings of words for those who are family in part or by marriage.
const IN_PART: [&str; 8] = ["schoon", "stief", "half-", "half", "pleeg", "groot", "step", "grand"];
/// Words that may stand before it: "mijn zus".
const BEFORE: [&str; 9] = ["mijn", "haar", "zijn", "de", "een", "my", "her", "his", "the"];
/// Words for anybody where an article stands before them: "de man van de bank".
const ANYBODY: [&str; 3] = ["man", "vrouw", "parent"];
const ARTICLES: [&str; 2] = ["de", "the"];

/// The kind of person that the word for what they are to the client suggests; `None` when it suggests none.
#[must_use]
pub fn kind_of(relation: &str) -> Option<PersonKind> {
    let relation = head(relation);
    let begins =
        |row: &&Row| row.words.iter().any(|word| begins_with_word(relation, word).is_some());
    if let Some(kind) = ROWS.iter().filter(begins).find_map(|row| row.kind) {
        return Some(kind);
    }
    // What somebody is comes first: "vriend van mijn broer" is no brother.
    let first = relation.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
    let first = first.to_lowercase();
    let in_part = |part: &&str| {
        let rest = first.strip_prefix(part).map(|rest| rest.trim_start_matches('-'));
        rest.and_then(kind_of).is_some_and(|kind| kind == PersonKind::Family)
    };
    IN_PART.iter().any(in_part).then_some(PersonKind::Family)
}

/// A text that begins with a word for what somebody is to the client, perhaps behind an article: "de
/// psychiater", "mama".
pub(super) struct Beginning<'a> {
    has_article: bool,
    /// The text behind the article, and where that begins.
    behind: &'a str,
    at: usize,
    /// The rows with a word with which it begins, and the length of that in bytes.
    rows: Vec<(&'static Row, usize)>,
}

impl<'a> Beginning<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let article = ARTICLES.iter().find_map(|word| begins_with_word(text, word));
        let behind = text[article.unwrap_or(0)..].trim_start();
        let has_article = article.is_some();
        let is_one = |word: &&str| !has_article || !ANYBODY.contains(word);
        let length = |row: &'static Row| {
            let words = row.words.iter().copied().filter(is_one);
            words.filter_map(|word| begins_with_word(behind, word)).max()
        };
        let rows = ROWS.iter().chain([&CLIENT]);
        let rows = rows.filter_map(|row| Some((row, length(row)?))).collect();
        Self { has_article, behind, at: text.len() - behind.len(), rows }
    }

    /// Whether it means somebody with this relation: how many bytes of the text do.
    pub(super) fn means(&self, relation: &str, kind: PersonKind) -> Option<usize> {
        let own_words = head(relation).split(['(', ',']).next().unwrap_or("").trim_end();
        let is_own = |row: &Row| match row.kind {
            Some(PersonKind::Client) => kind == PersonKind::Client,
            _ => row.words.iter().any(|word| same(word, own_words)),
        };
        let known = self.rows.iter().filter(|(row, _)| is_own(row)).map(|(_, length)| *length);
        let own = Some(own_words).filter(|it| !self.has_article || !ANYBODY.contains(it));
        let own = own.and_then(|words| begins_with_word(self.behind, words));
        known.chain(own).max().map(|length| self.at + length)
    }
}

/// A relation from the word on that says what somebody is: "zus" of "mijn zus".
fn head(relation: &str) -> &str {
    let mut head = relation.trim();
    while let Some(length) = BEFORE.iter().find_map(|word| begins_with_word(head, word)) {
        let rest = head[length..].trim_start();
        if rest.is_empty() {
            break;
        }
        head = rest;
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mother_is_family_and_a_neighbour_is_not() {
        let family = Some(PersonKind::Family);
        let cases = [
            ("moeder", family),
            ("mijn zus", family),
            ("Schoonmoeder", family),
            ("halfbroer", family),
            ("oma (van vaders kant)", family),
            ("grandmother", family),
            ("step-sister", family),
            ("psychiater", Some(PersonKind::Professional)),
            ("Support worker", Some(PersonKind::Professional)),
            ("ervaringsdeskundige", Some(PersonKind::ExpertByExperience)),
            ("buurman", None),
            ("vriend van mijn broer", None),
            ("mijn vrouw", family),
            ("verpleegkundige", Some(PersonKind::Professional)),
            ("wijkverpleegkundige", Some(PersonKind::Professional)),
            ("oppas", None),
            ("", None),
        ];
        for (relation, kind) in cases {
            assert_eq!(kind_of(relation), kind, "{relation}");
        }
    }
}
