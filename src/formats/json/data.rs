//! JSON as serde's data model: what a visitor is handed for each [`Token`].

use std::fmt;

use serde::{
    de::{Deserialize, DeserializeSeed, Deserializer, Expected, MapAccess, SeqAccess, Unexpected, Visitor},
    forward_to_deserialize_any,
};

use super::syntax::{Json, Read, Stop, Token, WRONG};

/// Reads a whole text of a type of any shape, for what the page keeps itself.
pub fn from_text<'de, T: Deserialize<'de>>(text: &'de str) -> Option<T> {
    Json::new(text).whole(std::marker::PhantomData).ok()
}

impl<'de> Json<'de> {
    /// Reads one value and nothing behind it.
    pub fn whole<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<S::Value> {
        let value = seed.deserialize(&mut *self)?;
        self.end()?;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for &mut Json<'de> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.token()? {
            Token::Object => visitor.visit_map(Members {
                json: self,
                first: true,
            }),
            Token::List => visitor.visit_seq(Members {
                json: self,
                first: true,
            }),
            Token::Text(text) => visitor.visit_str(&text),
            Token::Number(number) => visitor.visit_u64(number),
            Token::OtherNumber => visitor.visit_f64(f64::NAN),
            Token::Word(word) => visitor.visit_bool(word),
            Token::Null => visitor.visit_unit(),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

/// The members of an object or the items of a list, to be taken to their end.
struct Members<'a, 'de> {
    json: &'a mut Json<'de>,
    first: bool,
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        if !self.json.goes_on(b'}', &mut self.first)? {
            return Ok(None);
        }
        if self.json.must()? != b'"' {
            return Err(WRONG);
        }
        seed.deserialize(&mut *self.json).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<S::Value> {
        self.json.eat(b':')?;
        seed.deserialize(&mut *self.json)
    }
}

impl<'de> SeqAccess<'de> for Members<'_, 'de> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        match self.json.goes_on(b']', &mut self.first)? {
            true => seed.deserialize(&mut *self.json).map(Some),
            false => Ok(None),
        }
    }
}

impl Stop {
    #[inline(never)]
    fn expected(expected: &dyn Expected) -> Stop {
        Stop::Data(expected.to_string())
    }
}

impl serde::de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Stop {
        Stop::Data(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Stop {
        Stop::expected(expected)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Stop {
        Stop::expected(expected)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Stop {
        Stop::expected(expected)
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Syntax { .. } => f.write_str("no JSON"),
            Stop::Data(expected) => f.write_str(expected),
        }
    }
}

impl std::error::Error for Stop {}
