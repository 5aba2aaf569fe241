<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;

/** The readers of an introduction: those who decide about the cards of the two, and the facilitators of the network once both asked for one. */
final class Introduced {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/**
	 * @param list<string> $accounts
	 * @return list<string> introductions that others see
	 */
	public static function wrongs(Kernel $kernel, array $accounts, Facts $facts): array {
		$rows = array_column($kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_introductions`')->fetchAll(), null, 'id');
		if ($rows === []) {
			return [];
		}
		$wrong = [];
		foreach ($accounts as $uid) {
			$kernel->resetLimits();
			$list = $kernel->request('GET', self::API . '/introductions', $uid);
			if ($list->status === 401) {
				// The account is disabled.
				continue;
			}
			foreach (array_column($list->data()['introductions'], 'id') as $id) {
				if (!in_array($uid, [...$facts->deciders((int)$rows[$id]['from_id']), ...$facts->deciders((int)$rows[$id]['to_id'])], true)) {
					$wrong[] = "introduction $id is seen by $uid";
				}
			}
			$mediations = $kernel->request('GET', self::API . '/mediations', $uid);
			if (($mediations->status === 200) !== in_array($uid, $facts->network, true)) {
				$wrong[] = "mediations are answered $mediations->status to $uid";
			}
			foreach ($mediations->status === 200 ? array_column($mediations->data()['mediations'], 'id') : [] as $id) {
				if ($rows[$id]['state'] !== 'agreed' || !(bool)$rows[$id]['mediated']) {
					$wrong[] = "introduction $id is seen by the facilitator $uid";
				}
			}
		}
		return $wrong;
	}
}
