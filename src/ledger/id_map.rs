//! `IdMap` and `IdSet`: values by id, in the order in which they came. One hash table serves all of them: a table's code is
//! compiled for each type that it holds, and this one holds places.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    ops::Index,
};

use super::Id;

/// Ids are random already: one multiplication spreads them over a table.
#[derive(Default)]
pub struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 29;
    }
}

/// Where each id stands in a list.
#[derive(Debug, Clone, Default)]
struct Places(HashMap<Id, u32, BuildHasherDefault<IdHasher>>);

impl Places {
    #[inline(never)]
    fn of(&self, id: &Id) -> Option<usize> {
        self.0.get(id).map(|place| *place as usize)
    }

    #[inline(never)]
    fn put(&mut self, id: Id, place: usize) {
        self.0.insert(id, place as u32);
    }

    #[inline(never)]
    fn reserve(&mut self, count: usize) {
        self.0.reserve(count);
    }
}

// Invariant: `places` names each id of `entries` with its index, and nothing is ever taken out of either.
#[derive(Debug, Clone)]
pub struct IdMap<V> {
    places: Places,
    entries: Vec<(Id, V)>,
}

impl<V> Default for IdMap<V> {
    fn default() -> IdMap<V> {
        IdMap {
            places: Places::default(),
            entries: Vec::new(),
        }
    }
}

impl<V> IdMap<V> {
    pub fn get(&self, id: &Id) -> Option<&V> {
        self.places.of(id).map(|place| &self.entries[place].1)
    }

    pub fn contains(&self, id: &Id) -> bool {
        self.places.of(id).is_some()
    }

    /// False where the id had a value: the new one stands in its place then.
    pub fn insert(&mut self, id: Id, value: V) -> bool {
        match self.places.of(&id) {
            Some(place) => self.entries[place].1 = value,
            None => {
                self.places.put(id, self.entries.len());
                self.entries.push((id, value));
                return true;
            }
        }
        false
    }

    pub fn or_default(&mut self, id: Id) -> &mut V
    where
        V: Default,
    {
        let place = self.places.of(&id).unwrap_or_else(|| {
            self.places.put(id, self.entries.len());
            self.entries.push((id, V::default()));
            self.entries.len() - 1
        });
        &mut self.entries[place].1
    }

    /// Takes a value, and leaves an empty one.
    pub fn take(&mut self, id: &Id) -> V
    where
        V: Default,
    {
        let place = self.places.of(id);
        place
            .map(|place| std::mem::take(&mut self.entries[place].1))
            .unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Id, &V)> {
        self.entries.iter().map(|(id, value)| (id, value))
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    pub fn reserve(&mut self, count: usize) {
        self.places.reserve(count);
        self.entries.reserve(count);
    }
}

impl<V> Index<&Id> for IdMap<V> {
    type Output = V;

    fn index(&self, id: &Id) -> &V {
        self.get(id).expect("asked for what is known to be there")
    }
}

pub type IdSet = IdMap<()>;

impl FromIterator<Id> for IdSet {
    fn from_iter<I: IntoIterator<Item = Id>>(ids: I) -> IdSet {
        let mut set = IdSet::default();
        for id in ids {
            set.insert(id, ());
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Actor;

    #[test]
    fn values_stand_by_their_ids_in_the_order_they_came() {
        let id = |counter| Id {
            actor: Actor::from_random(7),
            counter,
        };
        let mut map = IdMap::default();
        assert!(map.insert(id(2), "乙") && map.insert(id(1), "甲"));
        assert!(!map.insert(id(2), "丙"));
        *map.or_default(id(3)) = "丁";
        assert_eq!(map.get(&id(2)), Some(&"丙"));
        assert_eq!(map.take(&id(1)), "甲");
        assert_eq!((map.take(&id(9)), map.contains(&id(9))), ("", false));
        let values: Vec<&str> = map.iter().map(|(_, value)| *value).collect();
        assert_eq!(values, ["丙", "", "丁"]);
        let set: IdSet = [id(1), id(1)].into_iter().collect();
        assert_eq!(set.iter().count(), 1);
    }
}
