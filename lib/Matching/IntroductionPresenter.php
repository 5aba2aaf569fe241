<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\IUserManager;

/** Introductions as their reader may see them: the only way they leave the server. */
class IntroductionPresenter {
	public function __construct(
		private readonly Introductions $introductions,
		private readonly IntroductionAccess $access,
		private readonly IntroductionWords $words,
		private readonly MatchPresenter $matches,
		private readonly MemberPresenter $members,
		private readonly IUserManager $users,
	) {
	}

	/** @return list<array<string, mixed>> IntroductionSchema of src/matching/introduction/model.ts */
	public function list(Viewer $viewer): array {
		return array_map(fn (IntroducedPeople $one): array => $this->present($viewer, $one, $one->sideOf($viewer) ?? Side::From), $this->introductions->of($viewer));
	}

	/** @return array<string, mixed> IntroductionSchema */
	public function present(Viewer $viewer, IntroducedPeople $people, Side $side): array {
		$introduction = $people->introduction;
		$own = $people->member($side);
		$other = $people->known($viewer, $side->other());
		$mediator = $this->access->mediator($introduction);
		$common = $this->common($viewer, $people, $people->known($viewer, $side), $other, $side);
		return $common + [
			'with' => $other === null ? null : array_intersect_key($this->members->summary($this->members->listed($viewer, $other)), ['id' => 0, 'name' => 0, 'line' => 0]),
			'for' => $own === null || $own->ownerId() === $viewer->memberId ? null : self::person($own),
			'mine' => $side === Side::From,
			'mediated' => $introduction->isMediated(),
			'state' => $introduction->getState(),
			'conversation' => $introduction->getConversationId(),
			'mediator' => $mediator === null ? null : $this->nameOf($mediator),
			'sought' => $own !== null && $other !== null && $common['answered'] ? $this->matches->sought($viewer, $own, $other) : null,
			'absence' => $this->words->absence($introduction, $side),
			'can' => $this->access->can($people, $side),
		];
	}

	/** @return list<array<string, mixed>> MediationSchema, waiting ones first */
	public function mediations(Viewer $viewer): array {
		$all = $this->introductions->mediated();
		$waits = fn (IntroducedPeople $one): int => $this->access->mediator($one->introduction) === null ? 0 : 1;
		usort($all, static fn (IntroducedPeople $a, IntroducedPeople $b): int => $waits($a) <=> $waits($b));
		return array_map(fn (IntroducedPeople $one): array => $this->mediation($viewer, $one), $all);
	}

	/**
	 * @param ?list<string> $unreached right after an appointment was sent
	 * @return array<string, mixed> MediationSchema
	 */
	public function mediation(Viewer $viewer, IntroducedPeople $people, ?array $unreached = null): array {
		$mediator = $this->access->mediator($people->introduction);
		$mine = $mediator !== null && $mediator === $viewer->uid;
		$known = array_map(static fn (Side $side): ?Member => $people->known($viewer, $side), Side::cases());
		// For a card that a facilitator keeps, the reasons are written from the side of that card.
		$turned = $known[1] !== null && Visibility::keeps($viewer, $known[1]);
		$common = $this->common($viewer, $people, $known[$turned ? 1 : 0], $known[$turned ? 0 : 1], $people->sideOf($viewer));
		return ($mine ? $common : ['outcomes' => []] + $common) + [
			'people' => array_map(static fn (?Member $one): ?array => $one === null ? null : self::person($one), $known),
			'mediator' => $mediator === null ? null : ['name' => $this->nameOf($mediator), 'mine' => $mine],
			'absences' => $mine ? $this->absences($people, $viewer) : [],
			'can' => $this->access->canMediate($viewer, $people),
		] + ($unreached === null ? [] : ['unreached' => $unreached]);
	}

	/**
	 * @param ?Member $one whose side the reasons are written from, if the viewer may know of them
	 * @param ?Side $side of the viewer; null: the mediator's
	 * @return array<string, mixed>
	 */
	private function common(Viewer $viewer, IntroducedPeople $people, ?Member $one, ?Member $other, ?Side $side): array {
		$introduction = $people->introduction;
		return [
			'id' => $people->id(),
			'reasons' => $one === null || $other === null || $introduction->is(Introduction::ENDED) ? [] : $this->matches->reasons($viewer, $one, $other),
			'appointment' => $introduction->isPlanned() && $introduction->is(Introduction::AGREED)
				? ['place' => (string)$introduction->getPlace(), 'day' => (string)$introduction->getMeetOn(), 'time' => (string)$introduction->getMeetAt()] : null,
			'lookBack' => $introduction->getLookBack(),
			'outcomes' => $this->outcomes($viewer, $people, $side),
			'answered' => $this->introductions->hasAnswered($viewer, $people),
			'at' => gmdate(DATE_ATOM, $introduction->getChangedAt()),
		];
	}

	/** @return list<array{name: string, mine: bool, text: string}> */
	private function outcomes(Viewer $viewer, IntroducedPeople $people, ?Side $side): array {
		$mediator = $this->access->mediator($people->introduction);
		$names = [IntroductionWords::of(null) => $mediator === null ? '' : $this->nameOf($mediator)];
		foreach (Side::cases() as $one) {
			$names[$one->value] = $people->known($viewer, $one)?->getName() ?? '';
		}
		$outcomes = [];
		foreach ($names as $who => $name) {
			$text = $this->words->outcome($people->introduction, $who) ?? '';
			if ($text !== '') {
				$outcomes[] = ['name' => $name, 'mine' => $who === IntroductionWords::of($side), 'text' => $text];
			}
		}
		return $outcomes;
	}

	/** @return list<array{name: string, text: string}> */
	private function absences(IntroducedPeople $people, Viewer $viewer): array {
		$absences = [];
		foreach (Side::cases() as $side) {
			$text = $this->words->absence($people->introduction, $side);
			if ($text !== null) {
				$absences[] = ['name' => $people->known($viewer, $side)?->getName() ?? '', 'text' => $text];
			}
		}
		return $absences;
	}

	/** @return array{id: int, name: string} */
	private static function person(Member $member): array {
		return ['id' => $member->ownerId(), 'name' => $member->getName()];
	}

	private function nameOf(string $uid): string {
		return $this->users->getDisplayName($uid) ?? '';
	}
}
