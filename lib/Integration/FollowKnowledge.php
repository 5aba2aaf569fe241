<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Notice\NoticeIndex;
use OCA\Reseau\Search\Index;
use OCP\AppFramework\Services\IAppConfig;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/** What cards and notices are about was read with an older knowledge: a background job (CatchUpJob) reads them again. */
class FollowKnowledge implements IRepairStep {
	private const READ_WITH = 'knowledge';

	public function __construct(
		private readonly KnowledgeBase $knowledge,
		private readonly MemberIndex $cards,
		private readonly NoticeIndex $notices,
		private readonly Index $index,
		private readonly IAppConfig $config,
	) {
	}

	public function getName(): string {
		return 'Read what the cards and notices of Réseau are about';
	}

	public function run(IOutput $output): void {
		$version = $this->knowledge->get()->version();
		if ($this->config->getAppValueString(self::READ_WITH) !== $version) {
			$this->index->outdateAll($this->cards);
			$this->index->outdateAll($this->notices);
			$this->config->setAppValueString(self::READ_WITH, $version);
		}
	}
}
