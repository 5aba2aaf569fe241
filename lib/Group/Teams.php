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

	/** @return ?array<string, int> levels by account of who is in a team themselves, 0: has asked to; null: not known, or no such team */
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
					if ($member->getUserType() === self::ACCOUNT) {
						$members[$member->getUserId()] = $member->getLevel();
					}
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
