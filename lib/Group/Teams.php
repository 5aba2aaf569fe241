<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCP\App\IAppManager;
use Psr\Container\ContainerInterface;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Reads Nextcloud's Teams, which may not be there. Réseau makes, joins and leaves teams in the browser, with the rights of who is there; here
 * they are only looked at. Not to be called while Teams itself is at work, for instance in its events: its session is one for all.
 */
class Teams {
	/** Level of whoever may let others into a team. */
	public const MODERATOR = 4;
	/** Level of whoever may administer a team. */
	public const ADMIN = 8;

	private const APP = 'circles';
	private const MANAGER = 'OCA\\Circles\\CirclesManager';
	private const NOT_FOUND = 'OCA\\Circles\\Exceptions\\CircleNotFoundException';
	private const ACCOUNT = 1;

	public function __construct(
		private readonly IAppManager $apps,
		private readonly ContainerInterface $container,
		private readonly LoggerInterface $logger,
	) {
	}

	/** What stands in a team beside accounts, such as a group of accounts: no account has this name. */
	private const OTHERS = '';

	/**
	 * @return ?array<array-key, int> levels by account of who is in a team themselves, 0: has asked to; under OTHERS the highest of
	 *                                whatever else is in it; null: not known, or no such team
	 */
	public function members(string $teamId): ?array {
		$members = $this->look($teamId);
		return $members === false ? null : $members;
	}

	/** @return ?bool null: not known */
	public function exists(string $teamId): ?bool {
		$members = $this->look($teamId);
		return $members === null ? null : $members !== false;
	}

	/** @return array<string, int>|false|null false: there is no such team */
	private function look(string $teamId): array|false|null {
		if (!$this->apps->isEnabledForAnyone(self::APP)) {
			return null;
		}
		try {
			$manager = $this->container->get(self::MANAGER);
			$manager->startSuperSession();
			try {
				$members = [];
				foreach ($manager->getCircle($teamId)->getMembers() as $member) {
					$who = $member->getUserType() === self::ACCOUNT ? $member->getUserId() : self::OTHERS;
					$members[$who] = max($members[$who] ?? 0, $member->getLevel());
				}
				return $members;
			} finally {
				$manager->stopSession();
			}
		} catch (Throwable $e) {
			if (is_a($e, self::NOT_FOUND)) {
				return false;
			}
			$this->logger->warning('Teams could not be asked: ' . $e::class, ['app' => 'reseau']);
			return null;
		}
	}
}
