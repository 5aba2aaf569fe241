<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Integration\AccountDisabled;
use OCA\Reseau\Member\Editing\MemberService;
use OCP\IUser;
use OCP\User\Events\UserLoggedInEvent;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;
use RuntimeException;

class LoginTest extends TestCase {
	public function testACardThatCannotBeShownKeepsNobodyFromLoggingIn(): void {
		$members = $this->createStub(MemberService::class);
		$members->method('suspend')->willThrowException(new RuntimeException('the index is broken'));
		$logger = $this->createMock(LoggerInterface::class);
		$logger->expects(self::once())->method('error');
		$user = $this->createStub(IUser::class);
		$user->method('getUID')->willReturn('odile');
		(new AccountDisabled($members, $logger))->handle(new UserLoggedInEvent($user, 'odile', null, false));
	}
}
