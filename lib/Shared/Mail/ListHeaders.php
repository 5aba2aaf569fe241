<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Mail;

use OCP\Mail\IMessage;
use Throwable;

/**
 * The headers by which a mail program offers to leave a list (RFC 2369, RFC 8058). Nextcloud's public interface cannot set them, but its own message class gives access
 * to them. If it does not, the mail is sent without, and the link in its text remains.
 */
final class ListHeaders {
	/** @return bool whether they were set */
	public static function add(IMessage $message, string $leaveUrl): bool {
		// Characters that could end the header or its address.
		if (!method_exists($message, 'getSymfonyEmail') || preg_match('~^https?://[\x21-\x3b\x3d\x3f-\x7e]+\z~', $leaveUrl) !== 1) {
			return false;
		}
		try {
			$headers = $message->getSymfonyEmail()->getHeaders();
			$headers->addTextHeader('List-Unsubscribe', "<$leaveUrl>");
			$headers->addTextHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');
			return true;
		} catch (Throwable) {
			return false;
		}
	}
}
