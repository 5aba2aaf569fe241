<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;

/** The readers of a conversation: its two people, those who decide about the card of one without an account, and the facilitators of the network once it is reported. */
final class Talks {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/**
	 * @param list<string> $accounts
	 * @return list<string> conversations that are read by others, or not by these
	 */
	public static function wrongs(Kernel $kernel, array $accounts, Facts $facts): array {
		$rows = static fn (string $sql): array => $kernel->get(IDBConnection::class)->executeQuery($sql)->fetchAll();
		$readers = [];
		foreach ($rows('SELECT conversation_id, member_id FROM `*PREFIX*reseau_parties`') as $party) {
			$readers[$party['conversation_id']] = [...$readers[$party['conversation_id']] ?? [], ...$facts->deciders((int)$party['member_id'])];
		}
		$wrong = [];
		foreach ($rows('SELECT id, reported_by FROM `*PREFIX*reseau_conversations` ORDER BY id') as ['id' => $id, 'reported_by' => $reported]) {
			foreach ($accounts as $uid) {
				$own = in_array($uid, $readers[$id] ?? [], true);
				$reads = $own || ($reported !== null && in_array($uid, $facts->network, true));
				$list = $kernel->request('GET', self::API . '/conversations', $uid);
				if ($list->status === 401) {
					// The account is disabled.
					continue;
				}
				$listed = self::listed($kernel, $uid, $list->data()['conversations']);
				if (($kernel->request('GET', self::API . "/conversations/$id", $uid)->status === 200) !== $reads || in_array((int)$id, $listed, true) !== $own) {
					$wrong[] = "conversation $id is " . ($reads ? 'not ' : '') . "read by $uid";
				}
			}
		}
		return $wrong;
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<int> conversations that rows of the list stand for
	 */
	private static function listed(Kernel $kernel, string $uid, array $rows): array {
		$listed = array_column($rows, 'id');
		foreach ($rows as $row) {
			$all = $row['bulk'] === null ? [] : $kernel->request('GET', self::API . "/conversations/{$row['id']}/bulk", $uid)->data();
			$listed = [...$listed, ...array_column($all, 'id')];
		}
		return $listed;
	}
}
