<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Home;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IURLGenerator;

/**
 * The steps that are left before a network starts, for its administrators and facilitators. Each step disappears once done, and all of them when a person
 * dismisses them.
 */
class Beginning {
	/** Per-account preference. */
	private const AWAY = 'beginning_away';
	/** How many cards are checked to find the card of a person who is not a facilitator. */
	private const LOOK = 50;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly KeptCount $kept,
		private readonly Network $network,
		private readonly Vocabulary $vocabulary,
		private readonly IGroupManager $groups,
		private readonly IConfig $config,
		private readonly IURLGenerator $urls,
	) {
	}

	/** @return list<array{kind: string, href?: string}> in the order to do them; `href` if it leaves the app */
	public function steps(Viewer $viewer): array {
		$uid = (string)$viewer->uid;
		$admin = $this->groups->isAdmin($uid);
		if ((!$admin && !$viewer->facilitator) || $this->config->getUserValue($uid, Application::APP_ID, self::AWAY, '') !== '') {
			return [];
		}
		$settings = static fn (string $kind, string $at): array => ['kind' => $kind, 'href' => "/index.php/settings/admin/reseau#$at"];
		$steps = [];
		if ($admin && $this->network->ownName() === '') {
			$steps[] = $settings('name', 'name');
		}
		if ($admin && $this->network->facilitators() === []) {
			$steps[] = $settings('facilitation', 'facilitation');
		}
		$steps = array_map(fn (array $step): array => ['href' => $this->urls->getAbsoluteURL($step['href'])] + $step, $steps);
		if ($viewer->facilitator && array_filter($this->vocabulary->labels('fr')) === []) {
			$steps[] = ['kind' => 'words'];
		}
		if ($viewer->facilitator && !$this->othersAreHere($viewer)) {
			$steps[] = ['kind' => 'people'];
		}
		return $steps;
	}

	public function dismiss(string $uid, bool $away): void {
		$this->config->setUserValue($uid, Application::APP_ID, self::AWAY, $away ? '1' : '');
	}

	/** A person other than the facilitators has a shown card, or this facilitator already keeps cards. */
	private function othersAreHere(Viewer $viewer): bool {
		$facilitators = array_column($this->network->facilitators(), 'uid');
		$others = array_diff($this->members->newestUids($viewer->memberId, self::LOOK), $facilitators);
		return $others !== [] || $this->kept->all($viewer) > 0;
	}
}
