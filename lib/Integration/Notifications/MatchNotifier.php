<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Matching\MatchNotifications;
use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** A person to meet, with the reason as it is now; gone once they are declined or hidden, or there is no reason any more. */
class MatchNotifier extends PageNotifier {
	public function __construct(
		private readonly People $people,
		private readonly MatchPresenter $matches,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [MatchNotifications::MATCH];
	}

	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$own = $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		$other = $this->people->byId($id);
		$match = $own === null || $other === null || !People::knows($viewer, $other) ? null : $this->matches->in($l)->between($viewer, $own, $other);
		if ($match === null) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('You could talk to %s', [$match['member']['name']]), $match['reason'], "members/$id"];
	}
}
