<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\Fold;
use OCP\IL10N;

/**
 * Card texts shown before the page's scripts are loaded: the same words as src/member/words.ts; tests/fixtures/rules/card-words.json checks both.
 */
class CardWords {
	public function __construct(
		private readonly IL10N $l,
	) {
	}

	/** Title of a part. */
	public function part(Part $part, Voice $voice = Voice::Own): string {
		return $voice === Voice::Organisation ? $this->ofOrganisation($part) : $this->of($part)[0];
	}

	/**
	 * Short name of a part, shown before a line of another person's card.
	 *
	 * @param string $part or `name`
	 */
	public function short(string $part): string {
		return $part === 'name' ? $this->l->t('Name') : $this->of(Part::from($part))[1];
	}

	/** An organisation speaks of its people; questions for people only have its name as one field among others. */
	private function ofOrganisation(Part $part): string {
		return match ($part) {
			Part::Drives => $this->l->t('Why we exist'),
			Part::Seeks => $this->l->t('What we seek'),
			Part::Offers => $this->l->t('What we offer'),
			Part::Values => $this->l->t('What matters to us'),
			Part::Territories => $this->l->t('Our territories'),
			Part::Sectors => $this->l->t('Our sectors'),
			Part::Trades => $this->l->t('Occupations'),
			Part::Networks => $this->l->t('Our other networks'),
			Part::Availability => $this->l->t('When our places and equipment are free'),
			Part::Limits => $this->l->t('Our limits'),
			Part::Contact => $this->l->t('How to reach us'),
			Part::Phone => $this->l->t('Our phone number'),
			Part::Headline => $this->of($part)[0],
			default => $this->of($part)[1],
		};
	}

	/** Title of the place of a person or an organisation. */
	public function standpoint(Voice $voice): string {
		return $voice === Voice::Organisation ? $this->l->t('Where we are') : $this->l->t('Where I speak from');
	}

	/** Title of availability and limits together. */
	public function times(Voice $voice): string {
		return $voice === Voice::Organisation ? $this->l->t('When we are available, and our limits') : $this->l->t('My availability and my limits');
	}

	/** @return array{string, string} title and short name */
	private function of(Part $part): array {
		return match ($part) {
			Part::Headline => [$this->l->t('In one line'), $this->l->t('In short')],
			Part::Drives => [$this->l->t('What motivates me'), $this->l->t('Driven by')],
			Part::Seeks => [$this->l->t('What I seek'), $this->l->t('Seeks')],
			Part::Offers => [$this->l->t('What I offer'), $this->l->t('Offers')],
			Part::Skills => [$this->l->t('What I can do'), $this->l->t('Skills')],
			Part::Values => [$this->l->t('What matters to me'), $this->l->t('Values')],
			Part::Territories => [$this->l->t('My territories'), $this->l->t('Place')],
			Part::Sectors => [$this->l->t('My sectors'), $this->l->t('Sector')],
			Part::Trades => [$this->l->t('My trades'), $this->l->t('Occupation')],
			Part::Organisation => [$this->l->t('My organisation'), $this->l->t('Organisation')],
			Part::Role => [$this->l->t('My role'), $this->l->t('Role')],
			Part::Languages => [$this->l->t('The languages I speak'), $this->l->t('Languages')],
			Part::Networks => [$this->l->t('My other networks'), $this->l->t('Networks')],
			Part::Availability => [$this->l->t('My availability'), $this->l->t('Available')],
			Part::Limits => [$this->l->t('My limits'), $this->l->t('Limits')],
			Part::Contact => [$this->l->t('How to reach me'), $this->l->t('Contact')],
			Part::Phone => [$this->l->t('My phone number'), $this->l->t('Phone')],
		};
	}

	/** The kind of a need or offer. */
	public function kind(string $kind): string {
		return match ($kind) {
			'knowledge' => $this->l->t('Knowledge'),
			'skill' => $this->l->t('Skill'),
			'practice' => $this->l->t('Practice'),
			'place' => $this->l->t('Place'),
			'equipment' => $this->l->t('Equipment'),
			'time' => $this->l->t('Time'),
			default => '',
		};
	}

	/** Who may see a part, in one word for the card's keeper; on a kept card it refers to the person the card is about. */
	public function audience(string $audience, Voice $voice): string {
		return match ($audience) {
			'me' => match ($voice) {
				Voice::Own => $this->l->t('Only me'),
				Voice::Kept => $this->l->t('The person and the keeper of the card'),
				Voice::Organisation => $this->l->t('Only the keeper of the card'),
			},
			'groups' => $voice === Voice::Own ? $this->l->t('My groups') : $this->l->t('Their groups'),
			'members' => $this->l->t('Members of the network'),
			'public' => $this->l->t('Everybody'),
			default => '',
		};
	}

	/** @return list<string> the viewpoints a keeper can preview a card from: no one shares a group with an organisation */
	public function viewpoints(Voice $voice): array {
		return [$this->l->t('A visitor'), $this->l->t('A member'), ...$voice === Voice::Organisation ? [] : [$this->audience('groups', $voice)]];
	}

	/** Why others do not see a card; empty if it is published. */
	public function hidden(string $status, Voice $voice = Voice::Own): string {
		return match ($status) {
			'draft' => $this->l->t('Draft: no one else sees this card yet.'),
			'paused' => $this->l->t('Paused: no one else sees this card, nothing is lost.'),
			'withdrawn' => $voice === Voice::Organisation
				? $this->l->t('Withdrawn: no one else sees this card.')
				: $this->l->t('Withdrawn: no one else sees this card, and its places in groups have ended.'),
			default => '',
		};
	}

	/**
	 * The steps that are left before the network starts, as beginningWords() of src/member/words.ts.
	 *
	 * @return array{sentence: string, action: string}
	 */
	public function beginning(string $kind): array {
		return match ($kind) {
			'name' => ['sentence' => $this->l->t('The network has no name yet.'), 'action' => $this->l->t('Name the network')],
			'facilitation' => ['sentence' => $this->l->t('Nobody facilitates the network yet.'), 'action' => $this->l->t('Choose facilitators')],
			'words' => ['sentence' => $this->l->t('The network has no vocabulary of its own yet.'), 'action' => $this->l->t('Start with a suggested list')],
			'people' => ['sentence' => $this->l->t('Only the facilitators are here so far.'), 'action' => $this->l->t('Import members')],
		};
	}

	/**
	 * Why two people could meet, line by line, as matchLines() of src/member/words.ts.
	 *
	 * @param array<string, mixed> $match MatchSchema of src/member/home/model.ts
	 * @return list<array{label: string, text: string, notice?: int}> with the notice of the other person that a line comes from
	 */
	public function match(array $match): array {
		$name = ['name' => $match['member']['name']];
		$sides = [
			'theyOffer' => [$this->l->t('You seek'), self::fill($this->l->t('{name} offers'), $name)],
			'iOffer' => [self::fill($this->l->t('{name} seeks'), $name), $this->l->t('You offer')],
		];
		$lines = [];
		foreach ([$match['given'] => $match] + (isset($match['back']) ? [$match['given'] === 'iOffer' ? 'theyOffer' : 'iOffer' => $match['back']] : []) as $side => $texts) {
			$lines[] = ['label' => $sides[$side][0], 'text' => $texts['seek']];
			$lines[] = ['label' => $sides[$side][1], 'text' => $texts['offer']];
		}
		if (isset($match['notice'])) {
			$lines[$match['given'] === 'theyOffer' ? 1 : 0]['notice'] = $match['notice'];
		}
		return $lines;
	}

	/**
	 * What happened in a group, as newsSentence() of src/member/home/words.ts.
	 *
	 * @param array<string, mixed> $news NewsSchema of src/member/home/model.ts
	 */
	public function news(array $news): string {
		if ($news['kind'] === 'mandate') {
			return self::fill(isset($news['by']) ? $this->l->t('{by} changed the mandate of “{group}” on {day}.') : $this->l->t('The mandate of “{group}” changed on {day}.'), [
				'by' => $news['by'] ?? '',
				'group' => FixedSpaces::in($news['group']['title']),
				'day' => DateWords::long($this->l, $news['day']),
			]);
		}
		$others = $news['others'] === 0 ? [] : [$this->l->n('%n other', '%n others', $news['others'])];
		return self::fill($this->l->t('New in “{group}”: {names}.'), [
			'group' => FixedSpaces::in($news['group']['title']),
			'names' => $this->list([...$news['names'], ...$others]),
		]);
	}

	/**
	 * Who keeps a card, and whether it is the card of an organisation.
	 *
	 * @param array{uid: ?string, name: string} $steward
	 * @param ?string $kind of the card; null: the card of a person
	 */
	public function keptBy(array $steward, ?string $kind = null): string {
		if ($kind !== null) {
			return $steward['uid'] === null
				? $this->l->t('Organisation, card kept by the facilitators of the network')
				: self::fill($this->l->t('Organisation, card kept by {name}'), ['name' => $steward['name']]);
		}
		return $steward['uid'] === null
			? $this->l->t('Card kept by the facilitators of the network')
			: self::fill($this->l->t('Card kept by {name}'), ['name' => $steward['name']]);
	}

	/**
	 * “a, b and c” in the reader's language.
	 *
	 * @param list<string> $words
	 */
	public function list(array $words): string {
		$last = array_pop($words);
		if ($words === []) {
			return (string)$last;
		}
		// English puts a comma before the “and” of three or more.
		$text = count($words) > 1 ? $this->l->t('{list}, and {last}') : $this->l->t('{list} and {last}');
		if ($this->l->getLanguageCode() === 'es' && preg_match('/^(?:i|hi(?![ae]))/', Fold::text((string)$last)) === 1) {
			// Spanish says “e” before the sound of its “y”.
			$text = str_replace(' y {last}', ' e {last}', $text);
		}
		return self::fill($text, ['list' => implode(', ', $words), 'last' => $last]);
	}

	/**
	 * A text with `{name}` replaced, as the page's scripts do.
	 *
	 * @param array<string, string> $variables
	 */
	public static function fill(string $text, array $variables): string {
		$pairs = [];
		foreach ($variables as $name => $value) {
			$pairs['{' . $name . '}'] = $value;
		}
		return strtr($text, $pairs);
	}
}
