<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;

/**
 * The readers of a visitor's confirmed message: the people who decide about the card of the notice's author or about the group, or the facilitators of the network. Before
 * that, nobody.
 */
final class Enquiries {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/**
	 * @param list<string> $accounts
	 * @return list<string> messages that are read or listed by others, or not by these
	 */
	public static function wrongs(Kernel $kernel, array $accounts, Facts $facts): array {
		$rows = $kernel->get(IDBConnection::class)->executeQuery(
			'SELECT e.id, e.about_type, e.about_id, e.sent_at, n.member_id FROM `*PREFIX*reseau_enquiries` e LEFT JOIN `*PREFIX*reseau_notices` n ON n.id = e.about_id ORDER BY e.id',
		)->fetchAll();
		$wrong = [];
		foreach ($rows === [] ? [] : $accounts as $uid) {
			$list = $kernel->request('GET', self::API . '/enquiries', $uid);
			if ($list->status === 401) {
				// The account is disabled.
				continue;
			}
			$listed = array_column($list->data()['enquiries'], 'id');
			foreach ($rows as ['id' => $id, 'about_type' => $type, 'about_id' => $about, 'sent_at' => $sent, 'member_id' => $author]) {
				$reads = $sent !== null && in_array($uid, match ($type) {
					'network' => $facts->network,
					'group' => $facts->steering((int)$about),
					'notice' => $facts->deciders((int)$author),
				}, true);
				if (in_array((int)$id, $listed, true) !== $reads || ($kernel->request('GET', self::API . "/enquiries/$id", $uid)->status === 200) !== $reads) {
					$wrong[] = "message $id of a visitor is " . ($reads ? 'not ' : '') . "read by $uid";
				}
			}
		}
		return $wrong;
	}
}
