<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\TableKey;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Shared\Audience\Relation;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Rows of a table that was exported from this network. Each has the key of its card (TableKey) and the parts that were changed in the table, nothing else. It
 * creates no card, records no consent and changes neither who sees a part nor who keeps the card (docs/decisions/0051).
 */
class TableRows {
	public function __construct(
		private readonly TableKey $keys,
		private readonly MemberMapper $members,
		private readonly MemberStore $store,
		private readonly CardRules $rules,
		private readonly Refusals $refusals,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return ?int the number of the card of a row; null: the row is not from such a table
	 */
	public function cardOf(array $row): ?int {
		return $this->keys->card($row['id'] ?? null);
	}

	/**
	 * @param array<array-key, mixed> $row with the key of this card as `id`
	 * @param bool $dry only return what would happen
	 */
	public function row(Viewer $viewer, int $card, array $row, bool $dry): RowOutcome {
		try {
			return $this->change($viewer, $card, $row, $dry);
		} catch (ReasonException $e) {
			return RowOutcome::refused($e);
		}
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @throws ReasonException those of CardRules · unknown_card_kind · other_kind · refused · hidden_part
	 */
	private function change(Viewer $viewer, int $card, array $row, bool $dry): RowOutcome {
		$member = $this->members->findById($card);
		// A deleted card and one that is hidden from the viewer get the same answer.
		if ($member === null || !$member->isShown() || Visibility::relation($viewer, $member) === null) {
			return RowOutcome::skipped('not_shown');
		}
		MemberImport::kindOf($row, $member);
		$parts = array_intersect_key($row, ['name' => 0, 'contact' => 0] + array_flip(array_column(Part::ofCard(), 'value')));
		$unchanged = new RowOutcome(ImportReport::UNCHANGED, memberId: $card);
		if ($parts === []) {
			return $unchanged;
		}
		if (!Visibility::keeps($viewer, $member)) {
			return RowOutcome::skipped($member->getUid() === null ? 'kept_by_other' : 'has_account', $card);
		}
		if ($member->getOwnWords() === true) {
			return RowOutcome::skipped('own_words', $card);
		}
		if (!$this->keys->isCurrent((string)$row['id'], $member)) {
			return RowOutcome::skipped('edited_since', $card);
		}
		if (is_array($parts['contact'] ?? null)) {
			$parts['contact'] += $member->contactDetails();
		}
		$changes = $this->rules->check($parts, $member);
		self::requireShown($member, $parts);
		$before = Earlier::of($member);
		$changes->applyTo($member);
		if ($before->matches($member)) {
			return $unchanged;
		}
		$this->refusals->requireNone($member->contactDetails(), $before->contact());
		$member->setUpdatedAt($this->clock->getTime());
		if (!$dry && !$this->store->updateFrom($member, $member->getVersion())) {
			return RowOutcome::skipped('edited_since', $card);
		}
		return new RowOutcome(ImportReport::UPDATED, memberId: $card, earlier: $before);
	}

	/**
	 * An empty cell of a part that tables never hold says nothing about it: a person who fills it does not know its content.
	 *
	 * @param array<array-key, mixed> $parts
	 * @throws ReasonException hidden_part
	 */
	private static function requireShown(Member $member, array $parts): void {
		$contact = $member->contactDetails();
		$stored = $member->cardParts();
		foreach (Part::ofCard() as $part) {
			if (isset($parts[$part->value], $stored[$part->value])) {
				self::requireSeen($member, $part, $part->value);
			}
		}
		foreach (array_keys(array_diff_assoc((array)($parts['contact'] ?? []), $contact)) as $way) {
			if (isset($contact[$way])) {
				self::requireSeen($member, $way === 'phone' ? Part::Phone : Part::Contact, "contact.$way");
			}
		}
	}

	/**
	 * As MemberPresenter::handout() shows it.
	 *
	 * @throws ReasonException hidden_part
	 */
	private static function requireSeen(Member $member, Part $part, string $field): void {
		if (!Relation::Mate->sees($member->audienceOf($part))) {
			throw new ReasonException('hidden_part', details: ['field' => $field]);
		}
	}
}
