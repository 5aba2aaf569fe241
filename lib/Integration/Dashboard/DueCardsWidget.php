<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Dashboard;

use OCA\Reseau\Board\DeckCard;
use OCA\Reseau\Group\DueCards;
use OCA\Reseau\Integration\Link\Addresses;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\DateWords;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;

/** What is late or due soon in a person's groups. */
class DueCardsWidget extends ListWidget {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly DueCards $due,
		private readonly Addresses $addresses,
		private readonly IURLGenerator $urls,
		IL10N $l,
	) {
		parent::__construct($urls, $l);
	}

	public function getId(): string {
		return 'reseau-due-cards';
	}

	public function getTitle(): string {
		return $this->l->t('Réseau: due in my groups');
	}

	public function getOrder(): int {
		return 32;
	}

	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$cards = array_column($this->due->of($this->viewers->of($userId)), 'card');
		return new WidgetItems(
			array_map(
				fn (DeckCard $card): WidgetItem => new WidgetItem(
					$card->title,
					$this->l->t('%1$s, in “%2$s”', [DateWords::long($this->l, $card->due), $card->board]),
					$this->urls->getAbsoluteURL($this->addresses->at("apps/deck/board/$card->boardId/card/$card->id")),
					$this->getIconUrl(),
					'',
				),
				array_slice($cards, 0, max(0, $limit)),
			),
			$cards === [] ? $this->l->t('Nothing is due in your groups.') : '',
		);
	}

	protected function page(): array {
		return ['boards', $this->l->t('Boards of my groups')];
	}
}
