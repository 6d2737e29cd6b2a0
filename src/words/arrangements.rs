//! What a group arranges for its meetings: how often, where, and how people keep in touch.

use super::{Words, messages};
use crate::domain::arrangements::Channel;
use crate::domain::frequency::Frequency;

messages! {
    frequency_guideline => "De richtlijn is eens per 3 maanden. Vaker of minder vaak mag.",
        "The guideline is once every 3 months. More or less often is fine.";
    place_label => "Plaats", "Place";
    usual_place => "Waar komt de groep meestal bij elkaar?", "Where does the group usually meet?";
    communication => "Hoe houden jullie contact?", "How do you keep in touch?";
    communication_words => "Wat spreken jullie daarover af?", "What do you agree about it?";
}

impl Words {
    #[must_use]
    pub fn meets_now(self, frequency: Frequency) -> String {
        let how_often = self.frequency(frequency);
        self.pick(
            format!("Jullie komen nu {how_often} bij elkaar."),
            format!("You meet {how_often} now."),
        )
    }

    /// The same while the client has not chosen.
    #[must_use]
    pub fn would_meet(self, frequency: Frequency, client: &str) -> String {
        let how_often = self.frequency(frequency);
        self.pick(
            format!("Het voorstel is {how_often}. {client} kiest."),
            format!("The proposal is {how_often}. {client} decides."),
        )
    }

    /// In a meeting without the client.
    #[must_use]
    pub fn only_proposes(self, client: &str) -> String {
        self.pick(
            format!("{client} is er niet. Wat jullie hier kiezen, is een voorstel."),
            format!("{client} is not there. What you choose here is a proposal."),
        )
    }

    /// How often the group meets, and whether that is only a proposal.
    #[must_use]
    pub fn frequency_so_far(self, frequency: Frequency, chosen: bool) -> String {
        let how_often = self.frequency(frequency);
        if chosen {
            return how_often;
        }
        self.pick(format!("voorstel: {how_often}"), format!("proposal: {how_often}"))
    }

    /// The heading above the days proposed for the next meeting.
    #[must_use]
    pub fn proposals(self, frequency: Frequency) -> String {
        let how_often = self.frequency(frequency);
        self.pick(format!("Voorstellen ({how_often})"), format!("Proposals ({how_often})"))
    }

    #[must_use]
    pub fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Mail => self.pick("mail", "email"),
            Channel::Telephone => self.pick("telefoon", "telephone"),
            Channel::GroupApp => self.pick("groepsapp", "group app"),
            Channel::Other => self.pick("anders", "another way"),
        }
    }
}
