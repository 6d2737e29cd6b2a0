//! The signalling plan and its parts.

use chrono::NaiveDate;

use super::{Words, messages};

messages! {
    no_plan => "Er is nog geen signaleringsplan.", "There is no signalling plan yet.";
    begin_plan => "Een plan beginnen met 4 delen", "Begin a plan with 4 parts";
    not_reviewed => "nog niet besproken", "not gone through yet";
    signs => "Signalen", "Signs";
    i_do => "Wat doe ik", "What I do";
    others_do => "Wat doen anderen", "What others do";
    call => "Wie bel ik", "Whom to call";
    gone_through => "Vandaag besproken", "Gone through today";
    level_name => "Naam", "Name";
    level_name_hint => "Een kleur en een woord, bijvoorbeeld: geel, ik word onrustig",
        "A colour and a word, for example: yellow, I get restless";
    reviewed_label => "Samen doorgenomen", "Gone through together";
    new_level => "Een deel erbij", "Add a part";
}

impl Words {
    #[must_use]
    pub fn reviewed_on(self, date: NaiveDate, today: NaiveDate) -> String {
        let date =
            if date == today { self.distance(date, today) } else { self.short_date(date, today) };
        self.pick(format!("besproken {date}"), format!("gone through {date}"))
    }

    #[must_use]
    pub fn may_plan_be_shown(self, client: &str) -> String {
        self.pick(
            format!("Mag het plan op het scherm? {client} kiest."),
            format!("May the plan be on the screen? {client} decides."),
        )
    }

    #[must_use]
    pub fn plan_needs_client(self, client: &str) -> String {
        self.pick(
            format!("{client} is er niet. Het plan blijft dicht."),
            format!("{client} is not there. The plan stays closed."),
        )
    }

    /// While the client has not said yes.
    #[must_use]
    pub fn plan_is_hidden(self, client: &str) -> String {
        self.pick(
            format!("Het plan blijft dicht tot {client} ja zegt."),
            format!("The plan stays closed until {client} says yes."),
        )
    }

    #[must_use]
    pub fn plan_is_the_clients(self, client: &str) -> String {
        self.pick(
            format!("{client} kiest hoeveel delen het plan heeft en hoe ze heten. Vaak zijn het kleuren: groen, geel, oranje, rood."),
            format!("{client} chooses how many parts the plan has and what they are called. Often they are colours: green, yellow, orange, red."),
        )
    }
}
