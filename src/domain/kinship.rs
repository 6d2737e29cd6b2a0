//! What a word for somebody says of the kind of person they are: a mother is family.

use super::person::PersonKind;

/// Words for family, in both languages. Those for family by marriage or in part end with them:
/// "schoonmoeder", "halfzus", "grandmother".
const FAMILY: [&str; 44] = [
    "moeder",
    "mama",
    "mam",
    "ma",
    "vader",
    "papa",
    "pap",
    "pa",
    "zus",
    "zusje",
    "broer",
    "broertje",
    "zoon",
    "dochter",
    "oma",
    "opa",
    "tante",
    "oom",
    "neef",
    "nicht",
    "kleinkind",
    "kleinzoon",
    "kleindochter",
    "man",
    "vrouw",
    "echtgenoot",
    "echtgenote",
    "mother",
    "mum",
    "father",
    "dad",
    "sister",
    "brother",
    "son",
    "daughter",
    "gran",
    "aunt",
    "uncle",
    "cousin",
    "nephew",
    "niece",
    "husband",
    "wife",
    "parent",
];
/// Beginnings of words for those who are family in part or by marriage.
const IN_PART: [&str; 8] = ["schoon", "stief", "half-", "half", "pleeg", "groot", "step", "grand"];
/// Words that may stand before it: "mijn zus".
const BEFORE: [&str; 9] = ["mijn", "haar", "zijn", "de", "een", "my", "her", "his", "the"];
/// Words for professionals, in both languages.
const PROFESSIONAL: [&str; 18] = [
    "regieondersteuner",
    "psychiater",
    "psycholoog",
    "verpleegkundige",
    "huisarts",
    "arts",
    "begeleider",
    "behandelaar",
    "therapeut",
    "hulpverlener",
    "coach",
    "care coordinator",
    "psychiatrist",
    "psychologist",
    "nurse",
    "gp",
    "therapist",
    "support worker",
];
const EXPERT: [&str; 2] = ["ervaringsdeskundige", "expert by experience"];

/// The kind of person that the word for what they are to the client suggests; `None` when it suggests none.
#[must_use]
pub fn kind_of(relation: &str) -> Option<PersonKind> {
    let relation = relation.trim().to_lowercase();
    // What somebody is comes first: "vriend van mijn broer" is no brother.
    let mut words = relation.split(|c: char| !c.is_alphanumeric() && c != '-');
    let first = words.find(|word| !BEFORE.contains(word)).unwrap_or("");
    let is = |known: &[&str]| {
        known.iter().any(|it| first == *it || it.contains(' ') && relation.starts_with(it))
    };
    let in_part = |part: &&str| {
        let rest = first.strip_prefix(part).map(|rest| rest.trim_start_matches('-'));
        rest.is_some_and(|rest| FAMILY.contains(&rest))
    };
    if is(&EXPERT) {
        Some(PersonKind::ExpertByExperience)
    } else if is(&PROFESSIONAL) {
        Some(PersonKind::Professional)
    } else if FAMILY.contains(&first) || IN_PART.iter().any(in_part) {
        Some(PersonKind::Family)
    } else {
        None
    }
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
            ("oppas", None),
            ("", None),
        ];
        for (relation, kind) in cases {
            assert_eq!(kind_of(relation), kind, "{relation}");
        }
    }
}
