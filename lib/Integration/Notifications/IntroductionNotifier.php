<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Matching\IntroducedPeople;
use OCA\Reseau\Matching\Introduction;
use OCA\Reseau\Matching\IntroductionAccess;
use OCA\Reseau\Matching\IntroductionNotifications;
use OCA\Reseau\Matching\IntroductionPresenter;
use OCA\Reseau\Matching\Introductions;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications about introductions, created when they are read: what the introduction is to the reader by then. */
class IntroductionNotifier extends PageNotifier {
	public function __construct(
		private readonly Introductions $introductions,
		private readonly IntroductionPresenter $presenter,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [IntroductionNotifications::INTRODUCTION];
	}

	/** @throws AlreadyProcessedException answered, declined or gone */
	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$people = $this->introductions->one($id) ?? throw new AlreadyProcessedException();
		$side = $people->sideOf($viewer);
		$toOne = fn (): ?array => $side !== null && $this->introductions->isFor($viewer, $people) ? $this->toOneOfThem($l, $viewer, $people, $side) : null;
		$toMediator = fn (): ?array => $this->toMediator($l, $viewer, $people);
		// Facilitators who keep the card of one of the two read first what there is to do for them as mediators.
		[$first, $second] = $viewer->facilitator && !IntroductionAccess::isOf($viewer, $people) ? [$toMediator, $toOne] : [$toOne, $toMediator];
		return $first() ?? $second() ?? throw new AlreadyProcessedException();
	}

	/** @return ?array{string, string, string} subject, message (empty for a pair of a session without a reason on their cards), page; null: there is nothing to say */
	private function toOneOfThem(IL10N $l, Viewer $viewer, IntroducedPeople $people, Side $side): ?array {
		$seen = $this->presenter->present($viewer, $people, $side);
		$name = $seen['with']['name'] ?? null;
		if ($name === null || $seen['answered']) {
			return null;
		}
		[$subject, $message] = match (true) {
			$seen['state'] === Introduction::ENDED => [$l->t('You and %s: the introduction was called off', [$name]), $l->t('It can be proposed again later.')],
			$seen['state'] === Introduction::UNTAKEN => [$l->t('You and %s: no facilitator could introduce you', [$name]), $l->t('You can propose to get to know each other directly.')],
			$seen['can']['accept'] => [$l->t('%s would like to get to know you', [$name]), implode("\n", $seen['reasons'])],
			$seen['state'] === Introduction::PROPOSED => [null, ''],
			$seen['can']['tell'] => [$l->t('You and %s: what came of it?', [$name]), $l->t('A sentence is enough, and you can say thanks to whom.')],
			$seen['appointment'] !== null => [
				$l->t('You meet %s', [$name]),
				implode(', ', [DateWords::full($l, $seen['appointment']['day']), $seen['appointment']['time'], $seen['appointment']['place']]),
			],
			$seen['mediator'] !== null => [$l->t('%1$s introduces you and %2$s to each other', [$seen['mediator'], $name]), $l->t('You will learn where and when.')],
			$seen['mediated'] => [$l->t('%s would like to get to know you too', [$name]), $l->t('A facilitator of the network will introduce you.')],
			default => [$l->t('%s would like to get to know you too', [$name]), $l->t('Réseau has opened a conversation between you.')],
		};
		if ($subject === null) {
			return null;
		}
		$kept = $seen['for']['name'] ?? null;
		return [
			$kept === null ? $subject : $l->t('For %1$s, whose card you keep: %2$s', [$kept, $subject]),
			$message,
			$seen['conversation'] !== null && !$seen['can']['tell'] ? "messages/{$seen['conversation']}" : 'matches',
		];
	}

	/** @return ?array{string, string, string} the same, for facilitators */
	private function toMediator(IL10N $l, Viewer $viewer, IntroducedPeople $people): ?array {
		$names = implode(', ', array_filter(array_map(static fn (Side $side): ?string => $people->known($viewer, $side)?->getName(), Side::cases())));
		if (!$viewer->facilitator || !$people->introduction->isMediated() || $people->introduction->is(Introduction::PROPOSED, Introduction::UNTAKEN)) {
			return null;
		}
		if ($people->introduction->is(Introduction::ENDED)) {
			return $people->introduction->getMediatorUid() === $viewer->uid ? [$l->t('The introduction was called off'), $names, 'mediations'] : null;
		}
		$seen = $this->presenter->mediation($viewer, $people);
		return match (true) {
			$seen['can']['take'] => [$l->t('Two people would like to be introduced'), $names, 'mediations'],
			$seen['can']['tell'] => [$l->t('What came of the introduction?'), $names, 'mediations'],
			$seen['absences'] !== [] => [$l->t('An appointment does not suit'), implode("\n", array_map(static fn (array $one): string => trim("{$one['name']}: {$one['text']}", ': '), $seen['absences'])), 'mediations'],
			$seen['can']['plan'] && $seen['appointment'] === null => [$l->t('Two people wait for a place and a time from you'), $names, 'mediations'],
			default => null,
		};
	}
}
