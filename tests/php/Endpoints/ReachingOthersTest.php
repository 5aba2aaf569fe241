<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use OCA\Reseau\Shared\ActionLimit;
use OCP\IDBConnection;

/**
 * What an example does to other people is counted, whichever endpoint does it: each invitation, and each request that notifies or writes to others. Limits of
 * requests alone let a person write to thousands an hour.
 */
class ReachingOthersTest extends StagedTestCase {
	private const ACTOR = 'crowd00';

	/** What invitations are counted as: of members, and of people without an account, who get a mail. */
	private const INVITING = ['reseau-invitation-day', 'reseau-outside-mail-day'];

	/** What cannot be repeated at will, and why. */
	private const UNCOUNTED = [
		'draft-handOn' => 'a draft is handed on once by its facilitator, to another facilitator of the network',
		'group-admit' => 'it answers a request',
		'introduction-outcome' => 'once, by the mediator both asked for',
		'introduction-plan' => 'by the mediator both asked for',
		'letter-again' => 'to those whose mail was refused; letters are counted when they are written',
		'letter-resume' => 'to those who have not got it; letters are counted when they are written',
		'letter-send' => 'letters are counted when they are written',
		'link-create' => 'a person makes so many links of one thing at most',
		'meeting-create' => 'a group has so many meetings at most',
		'message-carry' => 'once for each message, by the keeper',
		'message-report' => 'a conversation is reported once',
		'notice-close' => 'notices are counted when they are published and opened again',
		'session-agreePair' => 'it answers a question of the session',
		'session-end' => 'a session ends once; sessions are counted when they are made',
	];

	public function testWhatReachesOthersIsCounted(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$examples = new Examples($this->things);
		$reaching = [];
		foreach ($this->endpoints() as $endpoint) {
			$example = $examples->of($endpoint);
			if ($endpoint->isPage() || !$endpoint->writes() || $example === null || isset($example['by'])) {
				continue;
			}
			$before = [$this->invitations(), $this->reached()];
			$this->example($endpoint, $examples, $example['body'] ?? null);
			$counted = $this->counted();
			$inviting = array_sum(array_map(fn (string $what): int => $this->rows("sandbox_attempts WHERE what = '" . sha1("$what by " . self::ACTOR) . "'"), self::INVITING));
			$this->kernel->runQueued();
			self::assertLessThanOrEqual($inviting, $this->invitations() - $before[0], "$endpoint->name counts each invitation");
			if ($counted === 0 && $this->reached() > $before[1]) {
				$reaching[] = $endpoint->name;
			}
			$this->putBack();
		}
		self::assertEqualsCanonicalizing(array_keys(self::UNCOUNTED), $reaching);
	}

	/** People the actor invited to groups. */
	private function invitations(): int {
		// One mail asks about several groups.
		return $this->rows("reseau_memberships WHERE state = 'invited' AND invited_by = '" . self::ACTOR . "'")
			+ $this->rows("reseau_asks WHERE by_uid = '" . self::ACTOR . "'", 'DISTINCT token_hash');
	}

	/** Notifications and mails of others. */
	private function reached(): int {
		$mails = array_filter($this->kernel->mails(), static fn (array $mail): bool => !array_key_exists(self::ACTOR . '@example.org', $mail['to']));
		return count($mails) + $this->rows("sandbox_notifications WHERE uid <> '" . self::ACTOR . "'") + $this->rows("reseau_waiting WHERE uid <> '" . self::ACTOR . "'");
	}

	/** Actions, which are counted for an hour or a day; requests are for a minute. */
	private function counted(): int {
		$from = $this->kernel->clock->getTime() + ActionLimit::HOUR;
		return $this->rows("sandbox_attempts WHERE expires >= $from");
	}

	private function rows(string $of, string $what = '*'): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT($what) FROM *PREFIX*$of")->fetchOne();
	}
}
