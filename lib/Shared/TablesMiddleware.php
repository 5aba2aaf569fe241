<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Exception;
use OCA\Reseau\AppInfo\Application;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\IUserSession;
use Psr\Log\LoggerInterface;

/**
 * Answers a request that failed because the tables are not those of this code with a sentence: administrators read what to do, others that Réseau
 * is being updated. The status is 503, which Nextcloud also answers while an upgrade is due.
 */
class TablesMiddleware extends Middleware {
	public function __construct(
		private readonly InstalledTables $tables,
		private readonly IUserSession $session,
		private readonly IGroupManager $groups,
		private readonly IL10N $l,
		private readonly LoggerInterface $logger,
	) {
	}

	public function afterException(Controller $controller, string $methodName, Exception $exception): Response {
		$problem = $exception instanceof ReasonException ? null : $this->tables->problem();
		if ($problem === null) {
			throw $exception;
		}
		$this->logger->error($problem, ['app' => Application::APP_ID, 'exceptionClass' => $exception::class]);
		$sentence = $this->groups->isAdmin((string)$this->session->getUser()?->getUID())
			? $problem
			: $this->l->t('Réseau is being updated. Try again in a few minutes.');
		if ($controller instanceof OCSController) {
			return $controller->buildResponse(new DataResponse(['error' => 'updating', 'serverMessage' => $sentence], Http::STATUS_SERVICE_UNAVAILABLE), 'json');
		}
		$page = LightPage::sentence('Réseau', $sentence);
		$page->setStatus(Http::STATUS_SERVICE_UNAVAILABLE);
		return $page;
	}
}
