<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\MinutesNotifications;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** Texts of notifications about minutes, created when they are read; settled ones are dismissed. */
class MinutesNotifier extends PageNotifier {
	public function __construct(
		private readonly Drafts $drafts,
		private readonly Groups $groups,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [MinutesNotifications::DRAFT, MinutesNotifications::ACCEPTED, MinutesNotifications::REFUSED, MinutesNotifications::ASKED];
	}

	/** @throws AlreadyProcessedException settled */
	protected function texts(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		return $subject === MinutesNotifications::DRAFT ? $this->aboutDraft($l, $viewer, $id) : $this->aboutAnswer($l, $viewer, $subject, $id);
	}

	/** @return array{string, string, string} subject, message, page */
	private function aboutDraft(IL10N $l, Viewer $viewer, int $id): array {
		$drafts = $viewer->facilitator ? array_column($this->drafts->of($viewer), null, 'id') : [];
		$draft = $drafts[$id] ?? throw new AlreadyProcessedException();
		return [
			$draft['from'] === null ? $l->t('A draft of minutes was passed on to you') : $l->t('%s passes a draft of minutes on to you', [$draft['from']]),
			$l->t('Only you can read and continue it now.'),
			'minutes',
		];
	}

	/** @return array{string, string, string} they name no one: the group's page shows who joined, and nothing is kept about a person who refused */
	private function aboutAnswer(IL10N $l, Viewer $viewer, string $what, int $id): array {
		$title = $this->groups->isSteeredBy($id, (string)$viewer->uid) ? $this->groups->title($id) : null;
		if ($title === null) {
			throw new AlreadyProcessedException();
		}
		return match ($what) {
			MinutesNotifications::ACCEPTED => [$l->t('Someone you invited is now in the group “%s”', [$title]), $l->t('Its page says who, and what they commit to.'), "groups/$id"],
			MinutesNotifications::REFUSED => [$l->t('Someone you invited does not join the group “%s”', [$title]), $l->t('They are not asked again.'), "groups/$id"],
			default => [$l->t('Someone you invited to the group “%s” has a question', [$title]), $l->t('Its page says what they ask. Answer there: they get it by email.'), "groups/$id#facilitate"],
		};
	}
}
