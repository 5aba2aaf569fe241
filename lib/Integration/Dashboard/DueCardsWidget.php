<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Dashboard;

use DateTime;
use OCA\Reseau\Board\Deck;
use OCA\Reseau\Board\DeckCard;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Integration\Link\Addresses;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;

/** Deck cards that are late or due within a week on the boards of a person's groups; who has never used Deck sees none. */
class DueCardsWidget extends ListWidget {
	private const WEEK = '+7 days';

	public function __construct(
		private readonly Viewers $viewers,
		private readonly Groups $groups,
		private readonly Deck $deck,
		private readonly Days $days,
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
		$cards = $this->due($this->viewers->of($userId), $userId);
		return new WidgetItems(
			array_map(
				fn (DeckCard $card): WidgetItem => new WidgetItem(
					$card->title,
					$this->l->t('%1$s, in “%2$s”', [(string)$this->l->l('date', new DateTime("$card->due 12:00"), ['width' => 'long']), $card->board]),
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

	/** @return list<DeckCard> the latest first */
	private function due(Viewer $viewer, string $uid): array {
		$until = $this->days->today(self::WEEK, $uid);
		$due = [];
		foreach ($viewer->groups === [] ? [] : $this->groups->some(array_keys($viewer->groups)) as $group) {
			$board = $group->group->getBoardId();
			$cards = $board === null ? [] : $this->deck->onBoard($uid, $board);
			$due += array_filter($cards, static fn (DeckCard $card): bool => $card->due !== null && $card->due <= $until);
		}
		usort($due, static fn (DeckCard $a, DeckCard $b): int => [$a->due, $a->id] <=> [$b->due, $b->id]);
		return $due;
	}
}
