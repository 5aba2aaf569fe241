<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Asking\AskConsent;
use OCA\Reseau\Member\Card\CardText;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Member\Card\TableKey;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Shared\Audience\Relation;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IUserManager;

/** A card as a viewer may see it: the only way a card leaves the server. */
class MemberPresenter {
	/** @var array<string, string> names of stewards, by account */
	private array $names = [];

	public function __construct(
		private readonly MemberAccess $access,
		private readonly ConsentMapper $consents,
		private readonly AskConsent $asking,
		private readonly TableKey $keys,
		private readonly Vocabulary $vocabulary,
		private readonly IUserManager $users,
		private readonly ReaderLanguage $language,
	) {
	}

	/**
	 * @param Member $member a card this viewer may see
	 * @return array<string, mixed> MemberSchema of src/member/model.ts
	 */
	public function present(Viewer $viewer, Member $member): array {
		$relation = Visibility::relation($viewer, $member);
		return $relation === null ? [] : $this->build($viewer, $member, $relation);
	}

	/**
	 * What a person with this relation to the card's owner would see.
	 *
	 * @return array<string, mixed> MemberSchema
	 */
	public function preview(Member $member, Relation $relation): array {
		return $this->build(new Viewer(null), $member, $relation);
	}

	/**
	 * The parts for lists: identity, and the parts this viewer may see, without contact details.
	 *
	 * @param Member $member a card this viewer may see
	 * @return array<string, mixed> some of MemberSchema
	 */
	public function listed(Viewer $viewer, Member $member): array {
		$relation = Visibility::relation($viewer, $member);
		return $relation === null ? [] : [
			'id' => $member->ownerId(),
			'uid' => $member->getUid(),
			...self::kind($member),
			'name' => $member->getName(),
			'joined' => $member->getJoined(),
		] + $this->parts($member, $relation) + $this->steward($member);
	}

	/** Their activity in one line, as far as the viewer may read it; needs less than listed() and summary(). */
	public function line(Viewer $viewer, Member $member): string {
		$relation = Visibility::relation($viewer, $member);
		return $relation === null ? '' : CardText::line($this->parts($member, $relation, CardText::LINE));
	}

	/**
	 * A card to print or export: at most what people in the same groups may see, even for its owner or keeper, and without the fields that only the app needs
	 * (`status`, `together`, `can`). People who import tables get the key by which a row is recognised.
	 *
	 * @return ?array<string, mixed> HandoutSchema; null if nothing is shown
	 */
	public function handout(Viewer $viewer, Member $member): ?array {
		$relation = $member->isShown() ? Visibility::relation($viewer, $member) : null;
		if ($relation === null) {
			return null;
		}
		$card = $this->build($viewer, $member, $relation === Relation::Keeper ? Relation::Mate : $relation);
		return array_diff_key($card, ['status' => 0, 'together' => 0, 'can' => 0]) + ($viewer->facilitator ? ['key' => $this->keys->of($viewer, $member)] : []);
	}

	/**
	 * The part of a card that lists show.
	 *
	 * @param array<string, mixed> $card what listed() made
	 * @return array<string, mixed> MemberSummarySchema
	 */
	public function summary(array $card): array {
		$labels = $this->vocabulary->labels($this->language->code())['values'];
		return array_filter([
			'seeks' => $card['seeks'][0]['text'] ?? null,
			'offers' => $card['offers'][0]['text'] ?? null,
			'values' => array_map(static fn (string $value): string => $labels[$value] ?? $value, $card['values'] ?? []),
			'kind' => $card['kind'] ?? null,
			'steward' => $card['steward'] ?? null,
		]) + [
			'id' => $card['id'],
			'uid' => $card['uid'],
			'name' => $card['name'],
			'line' => CardText::line($card),
			'joined' => $card['joined'],
		];
	}

	/** @return array{email?: string, phone?: string, website?: string} how this viewer may reach the person; empty if the card is not shown */
	public function reach(Viewer $viewer, Member $member): array {
		$relation = $member->isShown() ? Visibility::relation($viewer, $member) : null;
		return $relation === null ? [] : (array)($this->contact($member, $relation)['contact'] ?? []);
	}

	/** @return array<string, mixed> */
	private function build(Viewer $viewer, Member $member, Relation $relation): array {
		$keeper = $relation === Relation::Keeper;
		$card = [
			'id' => $member->ownerId(),
			'uid' => $member->getUid(),
			...self::kind($member),
			'status' => $member->getStatus(),
			'name' => $member->getName(),
		];
		$card += ($keeper ? $this->parts($member, $relation) : self::withoutAbout($this->parts($member, $relation))) + $this->contact($member, $relation);
		if ($keeper) {
			// These would reveal to others that something they do not see has changed.
			$card['ref'] = $member->getRef();
			$card['version'] = $member->getVersion();
			$card['updated'] = gmdate(DATE_ATOM, $member->getUpdatedAt());
			$card['audience'] = [];
			foreach (Part::cases() as $part) {
				$card['audience'][$part->value] = $member->audienceOf($part)->value;
			}
			if ($member->getConfirmedAt() !== null) {
				$card['confirmed'] = gmdate(DATE_ATOM, $member->getConfirmedAt());
			}
			$asked = $this->asking->state($member);
			if ($asked !== null) {
				$card['asked'] = $asked;
			}
		}
		$consent = $keeper && $member->getUid() === null ? $this->consents->inForce($member->ownerId()) : null;
		if ($consent !== null) {
			$card['consent'] = ['date' => $consent->getGivenOn(), 'how' => $consent->getHow()];
		}
		return $card + $this->steward($member) + [
			'together' => $viewer->together($member->ownerId()),
			'joined' => $member->getJoined(),
			'can' => $this->access->can($viewer, $member),
		];
	}

	/**
	 * Empty parts are left out for others, exactly like hidden ones; the keeper gets all of them.
	 *
	 * @param ?list<Part> $of null: the whole card
	 * @return array<string, mixed>
	 */
	private function parts(Member $member, Relation $relation, ?array $of = null): array {
		$keeper = $relation === Relation::Keeper;
		$stored = $member->cardParts();
		$parts = [];
		foreach ($of ?? Part::ofCard() as $part) {
			$value = $this->meant($part, $stored[$part->value] ?? ($part->kind()->isList() ? [] : ''));
			if ($keeper || ($value !== [] && $value !== '' && $relation->sees($member->audienceOf($part)))) {
				$parts[$part->value] = $value;
			}
		}
		return $parts;
	}

	/**
	 * Without what a person chose as the subject of their needs and offers: others see nothing of this choice but the reasons of matches.
	 *
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed>
	 */
	private static function withoutAbout(array $parts): array {
		foreach (Part::ofCard() as $part) {
			if ($part->kind() === PartKind::Items && isset($parts[$part->value])) {
				$parts[$part->value] = array_map(static fn (array $item): array => array_diff_key($item, ['about' => 0]), $parts[$part->value]);
			}
		}
		return $parts;
	}

	/** @return array{contact?: object} the contact details */
	private function contact(Member $member, Relation $relation): array {
		$contact = $member->contactDetails();
		$shown = [
			...($relation->sees($member->audienceOf(Part::Contact)) ? array_diff_key($contact, ['phone' => 0]) : []),
			...($relation->sees($member->audienceOf(Part::Phone)) ? array_intersect_key($contact, ['phone' => 0]) : []),
		];
		return $relation === Relation::Keeper || $shown !== [] ? ['contact' => (object)$shown] : [];
	}

	/** @return array{kind?: string} missing for a person */
	private static function kind(Member $member): array {
		return $member->isOrganisation() ? ['kind' => $member->kind()->value] : [];
	}

	/** @return array{steward?: array{uid: ?string, name: string}} the keeper of a card without an account */
	private function steward(Member $member): array {
		if ($member->getUid() !== null) {
			return [];
		}
		$steward = $member->getStewardUid();
		return ['steward' => [
			'uid' => $steward,
			'name' => $steward === null ? '' : $this->names[$steward] ??= $this->users->getDisplayName($steward) ?? '',
		]];
	}

	/** A part with the network's current labels, which may have changed since it was written. */
	private function meant(Part $part, mixed $value): mixed {
		return match ($part->kind()) {
			PartKind::Values, PartKind::Terms => $this->vocabulary->resolveAll($value, ...$part->lists()),
			PartKind::Items => array_map(fn (array $item): array => array_replace($item, ['terms' => $this->vocabulary->resolveAll($item['terms'], ...$part->lists())]), $value),
			default => $value,
		};
	}
}
