<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Dashboard;

use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;

/** Whom a person could meet, each with the reason. */
class MatchesWidget extends ListWidget {
	private const MOST = 3;

	public function __construct(
		private readonly Viewers $viewers,
		private readonly People $people,
		private readonly MatchPresenter $matches,
		IURLGenerator $urls,
		IL10N $l,
	) {
		parent::__construct($urls, $l);
	}

	/** People's dashboards are stored with the older name. */
	public function getId(): string {
		return 'reseau-meetings';
	}

	public function getTitle(): string {
		return $this->l->t('Réseau: people to meet');
	}

	public function getOrder(): int {
		return 31;
	}

	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$viewer = $this->viewers->of($userId);
		$own = $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		if ($own === null) {
			return new WidgetItems([], $this->l->t('Make your card: it leads you to people.'));
		}
		$most = min(self::MOST, max(0, $limit));
		$matches = $most === 0 ? [] : $this->matches->list($viewer, $own, $most);
		return new WidgetItems(
			array_map(
				fn (array $match): WidgetItem => new WidgetItem($match['member']['name'], $match['reason'], $this->address("members/{$match['member']['id']}"), $this->getIconUrl(), ''),
				$matches,
			),
			$matches === [] ? $this->l->t('No one yet: say on your card what you seek and what you offer.') : '',
		);
	}

	protected function page(): array {
		return ['matches', $this->l->t('People to meet')];
	}
}
