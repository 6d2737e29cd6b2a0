//! Whom a typed name means. Capitals and accents do not matter, unless they tell two people apart.

use super::group::Group;
use super::ids::PersonId;
use super::letters::{fold, prefix_length};
use super::person::Person;
use super::relation::Beginning;

/// How alike two names are, from 0 to 1, to ask whether the other one was meant.
const ALIKE: f64 = 0.87;

/// Whom a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    One(PersonId),
    /// It fits several people.
    Several(Vec<PersonId>),
    /// Nobody has this name, and somebody has one like it.
    Near(PersonId),
    Nobody,
}

/// Whom a name in an answer means: a member by whole name, by first name, by how either begins, or by what
/// they are to the client.
#[must_use]
pub fn whom(typed: &str, group: &Group) -> Naming {
    let typed = typed.trim();
    if typed.is_empty() {
        return Naming::Nobody;
    }
    let same = |name: &str| fold(name).eq(fold(typed));
    let begins = |name: &str| prefix_length(name, typed).is_some();
    let related = Beginning::of(typed);
    let is_related =
        |person: &Person| related.means(&person.relation, person.kind) == Some(typed.len());
    let ways: [&dyn Fn(&Person) -> bool; 5] = [
        &|person| apart(group, person) != person.name.trim() && same(&apart(group, person)),
        &|person| same(person.name.trim()),
        &|person| same(person.first_name()),
        &|person| begins(person.name.trim()) || begins(person.first_name()),
        &is_related,
    ];
    for fits in ways {
        let found: Vec<&Person> = group.members().filter(|person| fits(person)).collect();
        match told_apart(&found, typed).as_slice() {
            [] => {}
            [one] => return Naming::One(*one),
            several => return Naming::Several(several.to_vec()),
        }
    }
    nearest(typed, group).map_or(Naming::Nobody, Naming::Near)
}

/// The whole name of a person; what they are to the client beside it if somebody else has that name.
#[must_use]
pub fn apart(group: &Group, person: &Person) -> String {
    let name = person.name.trim();
    let same = group.people.iter().filter(|other| other.name.trim() == name).count() > 1;
    match person.relation.trim() {
        relation if same && !relation.is_empty() => format!("{name} ({relation})"),
        _ => name.to_owned(),
    }
}

/// The first name of a person, or the full name if somebody else in the group has the same first
/// name.
#[must_use]
pub fn short_name(group: &Group, id: PersonId) -> String {
    let Some(person) = group.person(id) else { return String::new() };
    let first = person.first_name();
    // A first name is the first word, unless that ends with a dot. Most names are ruled out by that
    // alone; this is asked for everybody, at every key.
    let may_share = |name: &str| name.trim_start().starts_with(first) || name.contains('.');
    let sharing = group.people.iter().filter(|other| may_share(&other.name));
    let shared = sharing.filter(|other| other.first_name() == first).count() > 1;
    if shared { apart(group, person) } else { first.to_owned() }
}

/// Those of several people whose name is written as it was typed, accents included; else all of them.
fn told_apart(found: &[&Person], typed: &str) -> Vec<PersonId> {
    let written = |person: &&&Person| {
        let typed = typed.to_lowercase();
        person.name.trim().to_lowercase() == typed || person.first_name().to_lowercase() == typed
    };
    let exact: Vec<PersonId> = found.iter().filter(written).map(|person| person.id).collect();
    if exact.is_empty() { found.iter().map(|person| person.id).collect() } else { exact }
}

fn nearest(typed: &str, group: &Group) -> Option<PersonId> {
    let typed: String = fold(typed).collect();
    let likeness = |person: &Person| {
        let names = [person.first_name(), person.name.trim()];
        let alike = names.map(|name| strsim::jaro_winkler(&typed, &fold(name).collect::<String>()));
        alike[0].max(alike[1])
    };
    let members = group.members().map(|person| (likeness(person), person.id));
    let near = members.filter(|(likeness, _)| *likeness >= ALIKE);
    near.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::person::{PersonKind, Standing};

    fn group(names: &[&str]) -> Group {
        let mut group = Group::new("Zuid", NaiveDate::from_ymd_opt(2026, 2, 1).unwrap());
        group.people = (1..)
            .zip(names)
            .map(|(nr, name)| {
                Person::new(PersonId(nr), name, PersonKind::CloseOne, Standing::Joins)
            })
            .collect();
        group
    }

    #[test]
    fn accents_and_capitals_do_not_matter_unless_they_tell_two_apart() {
        let group = group(&["Jörïeke Vos", "Rene Smit", "René Bos", "I\u{307}pek Kaya"]);
        assert_eq!(whom("jorieke", &group), Naming::One(PersonId(1)));
        assert_eq!(whom("JO\u{308}RI\u{308}EKE vos", &group), Naming::One(PersonId(1)));
        assert_eq!(whom("rené", &group), Naming::One(PersonId(3)));
        assert_eq!(whom("Rene", &group), Naming::One(PersonId(2)));
        assert_eq!(whom("ren", &group), Naming::Several(vec![PersonId(2), PersonId(3)]));
        assert_eq!(whom("Ipek", &group), Naming::One(PersonId(4)));
    }

    #[test]
    fn what_somebody_is_to_the_client_names_them() {
        let mut group = group(&["Anneke Bakker", "Ruben Haddad", "Joost Vos"]);
        for (person, relation) in group.people.iter_mut().zip(["moeder", "psychiater", "buurman"]) {
            relation.clone_into(&mut person.relation);
        }
        for typed in ["mama", "Mum", "moeder", "de moeder"] {
            assert_eq!(whom(typed, &group), Naming::One(PersonId(1)), "{typed}");
        }
        assert_eq!(whom("the psychiatrist", &group), Naming::One(PersonId(2)));
        assert_eq!(whom("neighbour", &group), Naming::One(PersonId(3)));
        assert_eq!(whom("zus", &group), Naming::Nobody);
    }

    #[test]
    fn a_name_like_it_is_asked_about_and_another_is_not() {
        let group = group(&["Karin Vos", "Piet Jansen"]);
        assert_eq!(whom("Karni", &group), Naming::Near(PersonId(1)));
        assert_eq!(whom("Pieet", &group), Naming::Near(PersonId(2)));
        assert_eq!(whom("Xander", &group), Naming::Nobody);
        assert_eq!(whom(" ", &group), Naming::Nobody);
    }
}
