//! Reading and writing RON.
//!
//! The types of kring refuse fields that they do not have. In a file of a newer version such fields
//! are skipped: the reader wraps the deserializer so that, for every struct at any depth, fields
//! that the struct does not have are passed over before its visitor sees them. The result may be
//! shown, but never written. All other texts go through the same reader, which then passes every
//! field on; so the code that reads a type stands in the program once. What is written goes through
//! `erased-serde` for the same reason: together that takes a fifth off the program.

use std::marker::PhantomData;

use ron::error::SpannedError;
use ron::ser::PrettyConfig;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IgnoredAny,
    IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// What becomes of a field that a struct does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownFields {
    /// The struct refuses it.
    Refused,
    Skipped,
}

/// Reads a value from the whole of a text.
///
/// # Errors
/// The first fault and its position.
pub fn read<T: DeserializeOwned>(text: &str, unknown: UnknownFields) -> Result<T, SpannedError> {
    ron::Options::default().from_str_seed(text, Reader { inner: PhantomData::<T>, unknown })
}

/// Writes a value over several lines, with the names of its structs.
///
/// # Errors
/// The value cannot be written as RON.
pub fn pretty(value: &dyn erased_serde::Serialize) -> Result<String, ron::Error> {
    let pretty = PrettyConfig::new().new_line("\n").struct_names(true).indentor("  ");
    ron::ser::to_string_pretty(value, pretty)
}

/// Writes a value on one line, as short as it can be.
///
/// # Errors
/// The value cannot be written as RON.
pub fn compact(value: &dyn erased_serde::Serialize) -> Result<String, ron::Error> {
    ron::to_string(value)
}

/// Wraps a seed or a part of a deserializer, so that every struct read through it gets its fields as
/// `unknown` says.
struct Reader<T> {
    inner: T,
    unknown: UnknownFields,
}

impl<T> Reader<T> {
    /// The same around something else.
    fn around<U>(&self, inner: U) -> Reader<U> {
        Reader { inner, unknown: self.unknown }
    }
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Reader<T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        let Self { inner, unknown } = self;
        inner.deserialize(Reader { inner: deserializer, unknown })
    }
}

/// Wraps a visitor or a map access. `known` are the field names when the value is a struct whose
/// unknown fields are skipped.
struct FieldReader<V> {
    inner: Reader<V>,
    known: Option<&'static [&'static str]>,
}

impl<D> Reader<D> {
    /// The deserializer, and a visitor for it.
    fn with<V>(self, visitor: V) -> (D, FieldReader<V>) {
        let visitor = FieldReader { inner: self.around(visitor), known: None };
        (self.inner, visitor)
    }

    /// The same for a struct with these fields.
    fn with_fields<V>(self, visitor: V, fields: &'static [&'static str]) -> (D, FieldReader<V>) {
        let known = (self.unknown == UnknownFields::Skipped).then_some(fields);
        let visitor = FieldReader { inner: self.around(visitor), known };
        (self.inner, visitor)
    }
}

macro_rules! deserialize_through {
    ($($method:ident($($argument:ident: $kind:ty),*);)*) => {
        $(
            fn $method<V: Visitor<'de>>(
                self,
                $($argument: $kind,)*
                visitor: V,
            ) -> Result<V::Value, D::Error> {
                let (inner, visitor) = self.with(visitor);
                inner.$method($($argument,)* visitor)
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Reader<D> {
    type Error = D::Error;

    deserialize_through! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let (inner, visitor) = self.with_fields(visitor, fields);
        inner.deserialize_struct(name, fields, visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit_plain {
    ($($method:ident($($value:ident: $kind:ty)?);)*) => {
        $(
            fn $method<E: serde::de::Error>(self, $($value: $kind)?) -> Result<V::Value, E> {
                self.inner.inner.$method($($value)?)
            }
        )*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for FieldReader<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Expected::fmt(&self.inner.inner, f)
    }

    visit_plain! {
        visit_bool(value: bool);
        visit_i8(value: i8);
        visit_i16(value: i16);
        visit_i32(value: i32);
        visit_i64(value: i64);
        visit_u8(value: u8);
        visit_u16(value: u16);
        visit_u32(value: u32);
        visit_u64(value: u64);
        visit_f32(value: f32);
        visit_f64(value: f64);
        visit_char(value: char);
        visit_str(value: &str);
        visit_borrowed_str(value: &'de str);
        visit_string(value: String);
        visit_bytes(value: &[u8]);
        visit_borrowed_bytes(value: &'de [u8]);
        visit_byte_buf(value: Vec<u8>);
        visit_none();
        visit_unit();
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let deserializer = self.inner.around(deserializer);
        self.inner.inner.visit_some(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let inner = self.inner.around(inner);
        self.inner.inner.visit_newtype_struct(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        let elements = self.inner.around(elements);
        self.inner.inner.visit_seq(elements)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        let fields = FieldReader { inner: self.inner.around(fields), known: self.known };
        self.inner.inner.visit_map(fields)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, choice: A) -> Result<V::Value, A::Error> {
        let choice = self.inner.around(choice);
        self.inner.inner.visit_enum(choice)
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Reader<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let seed = self.around(seed);
        self.inner.next_element_seed(seed)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for FieldReader<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let Some(known) = self.known else {
            let seed = self.inner.around(seed);
            return self.inner.inner.next_key_seed(seed);
        };
        while let Some(field) = self.inner.inner.next_key::<String>()? {
            if known.contains(&field.as_str()) {
                return seed.deserialize(field.into_deserializer()).map(Some);
            }
            self.inner.inner.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.inner.around(seed);
        self.inner.inner.next_value_seed(seed)
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Reader<A> {
    type Error = A::Error;
    type Variant = Reader<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let seed = self.around(seed);
        let unknown = self.unknown;
        let (choice, inner) = self.inner.variant_seed(seed)?;
        Ok((choice, Reader { inner, unknown }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Reader<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.around(seed);
        self.inner.newtype_variant_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let (inner, visitor) = self.with(visitor);
        inner.tuple_variant(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let (inner, visitor) = self.with_fields(visitor, fields);
        inner.struct_variant(fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Whole {
        kring: u32,
        parts: Vec<Part>,
        kept: Option<Kept>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    enum Part {
        One,
        Two(String, Inner),
        Three { inner: Inner },
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        name: String,
        #[serde(default)]
        more: u8,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Kept(Inner);

    fn lenient(text: &str) -> Result<Whole, SpannedError> {
        read(text, UnknownFields::Skipped)
    }

    #[test]
    fn unknown_fields_are_ignored_at_any_depth() {
        let text = r##"Whole(kring: 2, colours: [Red, "a)\"b", Some((x: 1))], parts: [One,
            Two("t", Inner(shade: Dark(deep: true, of: r#"raw ")"#), name: "n")),
            Three(new: {"a": 1, "b": ('c', 2.5)}, inner: Inner(name: "m", more: 3, last: ()))],
            /* a ( comment */ kept: Some(Kept(Inner(name: "k", extra: Other((), [1, 2]))))) // end"##;
        let inner = |name: &str, more| Inner { name: name.to_owned(), more };
        let parts = vec![
            Part::One,
            Part::Two("t".to_owned(), inner("n", 0)),
            Part::Three { inner: inner("m", 3) },
        ];
        let expected = Whole { kring: 2, parts, kept: Some(Kept(inner("k", 0))) };
        assert_eq!(lenient(text).unwrap(), expected);
    }

    #[test]
    fn skipping_fields_excuses_nothing_else() {
        for text in [
            "Whole(kring: 2, parts: [Four], kept: None)",
            "Whole(kring: 2, parts: 4, kept: None)",
            "Whole(kring: 2, parts: [], parts: [], kept: None)",
            "Whole(kring: 3, kept: None)",
        ] {
            assert!(lenient(text).is_err(), "{text}");
        }
    }

    /// Every text is read as the types read it by themselves, with the same fault at the same place.
    #[test]
    fn refusing_fields_is_reading_without_the_reader() {
        let texts = [
            r#"Whole(kring: 1, parts: [One, Two("t", Inner(name: "n"))], kept: None)"#,
            r#"(kring: 1, parts: [Three(inner: (name: "n", more: 3))], kept: Some(Kept((name: "k"))))"#,
            "Whole(kring: 1, colours: [], parts: [], kept: None)",
            r#"Whole(kring: 1, parts: [Two("t", Inner(name: "n", shade: 1))], kept: None)"#,
            r#"Whole(kring: 1, parts: [Three(inner: Inner(name: "n"), extra: 1)], kept: None)"#,
            r#"Whole(kring: 1, parts: [], kept: Some(Kept(Inner(nam: "n"))))"#,
            "Whole(kring: 1, parts: [Four], kept: None)",
            "Whole(kring: 1, parts: [], parts: [], kept: None)",
            "Whole(kring: 1, parts: [], kept: None) more",
            "Whole(kring: -1, parts: [], kept: None)",
            "Whole(kring: 1, parts: [",
            "",
        ];
        for text in texts {
            let plain = ron::from_str::<Whole>(text);
            assert_eq!(read::<Whole>(text, UnknownFields::Refused), plain, "{text}");
        }
    }
}
