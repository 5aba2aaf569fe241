<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** The search terms of a card: the words and terms of its parts, each with its part's audience. Contact details are not searched. */
class MemberIndex implements Indexable {
	public const TYPE = 'member';

	private const NAME_WEIGHT = 9;
	/** A place that contains the given one. */
	private const AROUND_WEIGHT = 3;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly KnowledgeBase $knowledge,
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

	public function documents(array $ids): array {
		// A person who leaves the showcase at this moment waits, and is not stored in an old state.
		$this->members->hold(...$ids);
		return array_values(array_filter(array_map($this->of(...), $this->members->findByIds($ids))));
	}

	/** @return ?Document null while only its keeper sees the card */
	public function of(Member $member): ?Document {
		if (!$member->isShown()) {
			return null;
		}
		// Visitors of the showcase only search among people who chose to be in it; nothing about others is public.
		$most = $member->isPublic() ? Audience::Public : Audience::Members;
		$document = new Document(self::TYPE, $member->ownerId(), $member->ownerId(), $most, $member->getSortName(), (int)strtotime($member->getJoined() . ' UTC'));
		$document->text('name', $member->getName(), $most, self::NAME_WEIGHT);
		$document->term('kind', match (true) {
			$member->isOrganisation() => CardKind::Organisation->value,
			$member->getUid() === null => 'kept',
			default => 'account',
		}, Audience::Members);
		foreach ($member->cardParts() as $name => $value) {
			$part = Part::from($name);
			$audience = $member->audienceOf($part)->narrower($most);
			match ($part->kind()) {
				PartKind::Items => $this->items($document, $part, $value, $audience),
				PartKind::Values, PartKind::Terms => $this->words($document, $part, $value, $audience),
				PartKind::Places => $this->places($document, $part, $value, $audience),
				default => $document->text($name, implode("\n", (array)$value), $audience, $part->weight()),
			};
		}
		return $document;
	}

	/** @param list<array{text: string, terms: list<string>, about?: string}> $items */
	private function items(Document $document, Part $part, array $items, Audience $audience): void {
		$terms = $this->vocabulary->resolveAll(array_merge(...array_column($items, 'terms')), ...$part->lists());
		$document->text($part->value, implode("\n", [...array_column($items, 'text'), ...$this->vocabulary->custom($terms)]), $audience, $part->weight());
		$facet = $part === Part::Seeks ? 'seek' : 'offer';
		$this->terms($document, $facet, $terms, $audience);
		foreach ($items as $item) {
			foreach ($this->knowledge->get()->subjectsIn($item['text'], $part === Part::Seeks ? Side::Need : Side::Help, $item['about'] ?? null) as $subject => $strength) {
				$document->subject($facet, $subject, $strength, $audience);
			}
		}
		$this->terms($document, 'theme', $terms, $audience);
	}

	/** @param list<string> $words custom ones are searched as words, those of the network by their labels (QueryParser) */
	private function words(Document $document, Part $part, array $words, Audience $audience): void {
		$terms = $this->vocabulary->resolveAll($words, ...$part->lists());
		$this->terms($document, $part === Part::Values ? 'value' : 'sector', $terms, $audience);
		$document->text($part->value, implode("\n", $this->vocabulary->custom($terms)), $audience, $part->weight());
	}

	/** @param list<string> $terms the meanings of the words */
	private function terms(Document $document, string $facet, array $terms, Audience $audience): void {
		foreach ($terms as $term) {
			$document->term($facet, $term, $audience);
		}
	}

	/** @param list<array{code: string, kind: string, name: string}> $places also found by the places that contain them */
	private function places(Document $document, Part $part, array $places, Audience $audience): void {
		foreach ($places as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $i => $territory) {
				$document->term('territory', "{$territory['kind']}:{$territory['code']}", $audience);
				$document->text($part->value, $territory['name'], $audience, $i === 0 ? $part->weight() : self::AROUND_WEIGHT);
			}
		}
	}
}
