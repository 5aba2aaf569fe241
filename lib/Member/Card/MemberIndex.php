<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** What a card is found by: the words and terms of its parts, each with its part's audience. */
class MemberIndex implements Indexable {
	public const TYPE = 'member';

	/** Searched parts, and the weight of a word in them. Contact details are not searched. */
	private const WEIGHTS = [
		'headline' => 4, 'drives' => 2, 'seeks' => 5, 'offers' => 5, 'skills' => 4, 'values' => 2, 'trades' => 5,
		'territories' => 4, 'networks' => 2, 'organisation' => 4, 'role' => 4, 'availability' => 1, 'limits' => 1,
	];
	private const NAME_WEIGHT = 9;
	/** A place that contains the given one. */
	private const AROUND_WEIGHT = 3;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
	) {
	}

	public function type(): string {
		return self::TYPE;
	}

	public function count(): int {
		return $this->members->countAll();
	}

	public function idsAfter(int $id, int $limit): array {
		return $this->members->idsAfter($id, $limit);
	}

	public function document(int $id): ?Document {
		$member = $this->members->findById($id);
		return $member === null ? null : $this->of($member);
	}

	/** @return ?Document null while only its keeper sees the card */
	public function of(Member $member): ?Document {
		if (!$member->isShown()) {
			return null;
		}
		$document = new Document(self::TYPE, $member->ownerId(), $member->ownerId(), Audience::Members, $member->getSortName(), (int)strtotime($member->getJoined() . ' UTC'));
		$document->text('name', $member->getName(), Audience::Members, self::NAME_WEIGHT);
		$document->term('kind', $member->getUid() === null ? 'kept' : 'account', Audience::Members);
		foreach ($member->cardParts() as $name => $value) {
			$part = Part::from($name);
			$audience = $member->audienceOf($part);
			match ($part) {
				Part::Seeks, Part::Offers => $this->items($document, $part, $value, $audience),
				Part::Values => $this->values($document, $value, $audience),
				Part::Sectors => $this->terms($document, 'sector', $value, $audience),
				Part::Territories => $this->places($document, $value, $audience),
				default => $document->text($name, implode("\n", (array)$value), $audience, self::WEIGHTS[$name]),
			};
		}
		return $document;
	}

	/** @param list<array{text: string, terms: list<string>}> $items */
	private function items(Document $document, Part $part, array $items, Audience $audience): void {
		$document->text($part->value, implode("\n", array_column($items, 'text')), $audience, self::WEIGHTS[$part->value]);
		$terms = array_merge(...array_column($items, 'terms'));
		$this->terms($document, $part === Part::Seeks ? 'seek' : 'offer', $terms, $audience);
		$this->terms($document, 'theme', $terms, $audience);
	}

	/** @param list<string> $values custom words are searched as words, those of the network by their labels (QueryParser) */
	private function values(Document $document, array $values, Audience $audience): void {
		$this->terms($document, 'value', $values, $audience);
		$own = array_filter($this->vocabulary->resolveAll($values), fn (string $value): bool => !$this->vocabulary->has($value, 'values'));
		$document->text(Part::Values->value, implode("\n", $own), $audience, self::WEIGHTS['values']);
	}

	/** @param list<string> $terms found by their meaning */
	private function terms(Document $document, string $facet, array $terms, Audience $audience): void {
		foreach ($this->vocabulary->resolveAll($terms) as $term) {
			$document->term($facet, $term, $audience);
		}
	}

	/** @param list<array{code: string, kind: string, name: string}> $places also found by the places that contain them */
	private function places(Document $document, array $places, Audience $audience): void {
		foreach ($places as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $i => $territory) {
				$document->term('territory', "{$territory['kind']}:{$territory['code']}", $audience);
				$document->text(Part::Territories->value, $territory['name'], $audience, $i === 0 ? self::WEIGHTS['territories'] : self::AROUND_WEIGHT);
			}
		}
	}
}
