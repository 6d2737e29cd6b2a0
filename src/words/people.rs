//! The people around the client: who they are, and whether they are asked and join.

use super::{Words, messages};
use crate::domain::person::{Approach, Person, PersonKind, Standing};

messages! {
    name_label => "Naam", "Name";
    client_may_be_nameless => "Je mag dit leeg laten: de groep heeft een eigen naam.",
        "May be empty: the group has a name of its own.";
    kind_label => "Hoort bij", "Kind";
    joins_label => "Doet mee?", "Joins?";
    core_label => "Vaste kern?", "Fixed core?";
    in_fixed_core => "vaste kern", "fixed core";
    contact_label => "Telefoon, mail", "Telephone, email";
    not_asked_yet => "Wil de cliënt deze persoon vragen? Kies dan hierboven: wil ik vragen.",
        "Does the client want to ask this person? Then choose above: to ask.";
    approach_label => "Hoe vragen", "How to ask";
    approach_in_words => "Hoe precies?", "How exactly?";
    asked_on => "Gevraagd op", "Asked on";
    add_client => "De cliënt toevoegen", "Add the client";
    add_person => "Iemand erbij", "Add somebody";
    somebody_new => "Nog iemand vragen", "Ask somebody new";
    ask_name => "Wat is de naam?", "What is the name?";
    ask_relation => "Wie is dit voor de cliënt?", "Who is this to the client?";
    hint_relation => "Bijvoorbeeld: zus, buurman, psychiater", "For example: sister, neighbour, psychiatrist";
    ask_kind => "Wat past het best? Typ het nummer.", "What fits best? Type the number.";
    no_such_kind => "Kies een nummer van 1 tot en met 5.", "Choose a number from 1 to 5.";
    one_client => "De groep heeft al een cliënt. Kies een ander nummer.",
        "The group has a client already. Choose another number.";
    nobody_to_ask => "Er staat nog niemand.", "Nobody is here yet.";
    /// On somebody to ask, while it is open how.
    how_to_ask => "hoe vraag je het?", "how to ask?";
    /// A group may begin before it is complete.
    who_joins_later => "Wie komt er later bij?", "Who joins later?";
}

impl Words {
    /// A text in which the client is called by name.
    #[must_use]
    pub fn with_client(self, text: &str, name: &str) -> String {
        let called = self.pick(["de cliënt", "De cliënt"], ["the client", "The client"]);
        let mut named = String::with_capacity(text.len());
        let mut rest = text;
        let next =
            |text: &str| called.iter().filter_map(|it| Some((text.find(it)?, it.len()))).min();
        while let Some((at, length)) = next(rest) {
            let (before, after) = (&rest[..at], &rest[at + length..]);
            // "de cliënten" are others too.
            let whole = !after.starts_with(char::is_alphanumeric);
            named.push_str(before);
            named.push_str(if whole { name } else { &rest[at..at + length] });
            rest = after;
        }
        named + rest
    }

    /// Below the kind of somebody, where the word for them suggests another one.
    #[must_use]
    pub fn kind_fits_better(self, kind: PersonKind) -> String {
        let kind = self.person_kind(kind);
        self.pick(
            format!("Past {kind} beter? Kies het met de spatiebalk."),
            format!("Does {kind} fit better? Choose it with the space bar."),
        )
    }

    /// What somebody is to the client.
    #[must_use]
    pub fn relation_label(self, client: &str) -> String {
        self.pick(format!("Wie is dit voor {client}?"), format!("Who is this to {client}?"))
    }

    #[must_use]
    pub fn person_kind(self, kind: PersonKind) -> &'static str {
        match kind {
            PersonKind::Client => self.client(),
            PersonKind::Family => self.pick("familie", "family"),
            PersonKind::CloseOne => self.pick("naaste", "somebody close"),
            PersonKind::Professional => "professional",
            PersonKind::ExpertByExperience => {
                self.pick("ervaringsdeskundige", "expert by experience")
            }
        }
    }

    /// What somebody without a name is called; `None` when they are no longer in the dossier.
    #[must_use]
    pub fn nameless(self, person: Option<&Person>) -> &'static str {
        match person.map(|person| person.kind) {
            Some(PersonKind::Client) => self.client(),
            Some(kind) => self.person_kind(kind),
            None => self.pick("iemand", "somebody"),
        }
    }

    /// The name itself, or a placeholder when it is empty.
    #[must_use]
    pub fn or_nameless(self, name: &str) -> &str {
        match name.trim() {
            "" => self.pick("nog zonder naam", "no name yet"),
            name => name,
        }
    }

    /// Whether somebody is asked, and whether they join.
    #[must_use]
    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Known => self.pick("niet gevraagd", "not asked"),
            Standing::ToAsk => self.pick("wil ik vragen", "to ask"),
            Standing::Asked => self.pick("gevraagd", "asked"),
            Standing::Joins => self.pick("doet mee", "joins"),
            Standing::DoesNotJoin => self.pick("doet niet mee", "would rather not join"),
        }
    }

    /// The same for a narrow list: empty for somebody who is not asked.
    #[must_use]
    pub fn standing_short(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Known => "",
            Standing::ToAsk => self.pick("vragen", "to ask"),
            Standing::DoesNotJoin => self.pick("niet mee", "declined"),
            standing => self.standing(standing),
        }
    }

    #[must_use]
    pub fn approach(self, approach: Approach) -> &'static str {
        match approach {
            Approach::Client => self.pick("de cliënt vraagt het zelf", "the client asks"),
            Approach::Letter => self.pick("een brief", "a letter"),
            Approach::Telephone => self.pick("bellen", "by telephone"),
            Approach::Together => self.pick("samen", "together"),
            Approach::Divided => self.pick("we verdelen het", "divided"),
            Approach::Other => self.pick("anders", "another way"),
        }
    }

    /// The same for a narrow column.
    #[must_use]
    pub fn approach_short(self, approach: Approach) -> &'static str {
        match approach {
            Approach::Client => self.pick("cliënt vraagt", "client asks"),
            approach => self.approach(approach),
        }
    }

    #[must_use]
    pub fn core_or_not(self, core: bool) -> &'static str {
        if core {
            self.pick("ja, altijd", "yes, always")
        } else {
            self.pick("komt soms", "sometimes there")
        }
    }

    #[must_use]
    pub fn client_picks_people(self, client: &str) -> String {
        self.pick(
            format!("{client} kiest wie erbij komt: familie, naasten, ervaringsdeskundigen, professionals."),
            format!("{client} chooses who joins: family, people close to them, experts by experience, professionals."),
        )
    }
}
