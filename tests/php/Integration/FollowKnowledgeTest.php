<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\CatchUpJob;
use OCA\Reseau\Integration\FollowKnowledge;
use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Notice\NoticeIndex;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IDBConnection;
use OCP\Migration\IOutput;

class FollowKnowledgeTest extends NetworkTestCase {
	/** An upgrade that brings another knowledge reads all cards again, and only then. */
	public function testCardsAreReadAgainWithANewKnowledge(): void {
		$this->kernel = self::emptyKernel();
		$this->account('alice');
		$this->card('alice', ['name' => 'Alice', 'seeks' => [['text' => 'Remonter un mur en pierre sèche', 'terms' => []]], 'audience' => ['seeks' => 'members']]);
		$this->data('POST', '/notices', 'alice', ['kind' => 'need', 'title' => 'Une tente pour une fête', 'key' => 'notice-of-alice'], 201);
		$subjects = fn (): array => $this->kernel->get(IDBConnection::class)->doctrine->fetchAllAssociative('SELECT object_type, facet, subject, strength, audience FROM oc_reseau_subjects ORDER BY object_type, subject');
		$before = $subjects();
		self::assertSame(['member', 'notice'], array_values(array_unique(array_column($before, 'object_type'))));
		$this->upgrade();
		$this->kernel->runJob(CatchUpJob::class);
		$this->upgrade();
		self::assertSame(0, $this->outdated(), 'the same knowledge');
		$this->kernel->get(IAppConfig::class)->setAppValueString('knowledge', 'older');
		$this->kernel->get(IDBConnection::class)->doctrine->executeStatement("UPDATE oc_reseau_objects SET hash = ''");
		$this->kernel->get(IDBConnection::class)->doctrine->executeStatement('DELETE FROM oc_reseau_subjects');
		$this->upgrade();
		self::assertSame(2, $this->outdated());
		$this->kernel->runJob(CatchUpJob::class);
		self::assertSame($before, $subjects());
		self::assertSame(0, $this->outdated());
	}

	private function upgrade(): void {
		$this->kernel->get(FollowKnowledge::class)->run($this->createStub(IOutput::class));
	}

	private function outdated(): int {
		return array_sum(array_map(fn (string $type): int => $this->kernel->get(Index::class)->outdated($this->kernel->get($type)), [MemberIndex::class, NoticeIndex::class]));
	}
}
